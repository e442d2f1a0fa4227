namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>Share of the first <paramref name="cut"/> places that hold a right answer: <c>hits / cut</c>, empty places counted.</summary>
public sealed class Precision(int cut) : ICaseMetric
{
    /// <inheritdoc/>
    public string Name => $"precision@{cut}";

    /// <inheritdoc/>
    public double? Of(RankingCase asked, RankedCase answer) => (double)Hits.Count(answer, cut) / cut;
}
