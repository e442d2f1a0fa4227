namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>Harmonic mean of precision and recall: <c>2 hits / (cut + relevant)</c>. van Rijsbergen 1979.</summary>
public sealed class F1(int cut) : ICaseMetric
{
    /// <inheritdoc/>
    public string Name => $"f1@{cut}";

    /// <inheritdoc/>
    public double? Of(RankingCase asked, RankedCase answer) => 2.0 * Hits.Count(answer, cut) / (cut + asked.Relevant.Length);
}
