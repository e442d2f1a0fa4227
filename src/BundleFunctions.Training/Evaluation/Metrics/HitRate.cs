namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>1 where any right answer is among the first <paramref name="cut"/>, else 0.</summary>
public sealed class HitRate(int cut) : ICaseMetric
{
    /// <inheritdoc/>
    public string Name => $"hitRate@{cut}";

    /// <inheritdoc/>
    public double? Of(RankingCase asked, RankedCase answer) => Hits.Count(answer, cut) > 0 ? 1 : 0;
}
