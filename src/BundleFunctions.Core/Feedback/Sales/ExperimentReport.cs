using BundleFunctions.Experiments;

namespace BundleFunctions.Feedback.Sales;

/// <summary>One experiment.</summary>
/// <param name="Experiment">Its id.</param>
/// <param name="Metric">What it is judged by.</param>
/// <param name="SampleRatioPValue">P-value of the groups having the sizes they were meant to have; below 0.001 no figure of the experiment is to be
/// trusted.</param>
/// <param name="Variants">The control first.</param>
/// <param name="Plan">Visitors and days that it needs, by what its visitors were like.</param>
public sealed record ExperimentReport(
    string Experiment, ExperimentMetric Metric, double SampleRatioPValue, IReadOnlyList<VariantReport> Variants, ExperimentPlan? Plan)
{
    /// <summary>Which of two rankings visitors prefer, where the experiment mixes them; then there are no variants. Null where it does not.</summary>
    public InterleavingReport? Interleaving { get; init; }
}
