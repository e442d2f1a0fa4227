namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>Share of the right answers that are among the first <paramref name="cut"/>: <c>hits / relevant</c>.</summary>
public sealed class Recall(int cut) : ICaseMetric
{
    /// <inheritdoc/>
    public string Name => $"recall@{cut}";

    /// <inheritdoc/>
    public double? Of(RankingCase asked, RankedCase answer) => (double)Hits.Count(answer, cut) / asked.Relevant.Length;
}
