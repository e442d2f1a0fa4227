using BundleFunctions.Numerics.Statistics;

namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>Gini index of how often items are recommended: 0 where all alike, near 1 where all get the same few.
/// Fleder and Hosanagar 2009.</summary>
public sealed class ExposureGini(int cut, RankingTask task) : ITaskMetric
{
    /// <inheritdoc/>
    public string Name => $"gini@{cut}";

    /// <inheritdoc/>
    public bool HigherIsBetter => false;

    /// <inheritdoc/>
    public double Of(IReadOnlyList<RankedCase> answers) => GiniIndex.Of(Exposure.Of(answers, cut, task));
}
