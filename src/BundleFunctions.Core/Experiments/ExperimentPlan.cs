using BundleFunctions.Statistics;

namespace BundleFunctions.Experiments;

/// <summary>How large and how long an experiment has to be.</summary>
/// <param name="VisitorsPerVariant">Visitors that each variant needs.</param>
/// <param name="Days">Whole days until the smallest variant has them; null where nobody comes.</param>
/// <param name="Effect">The least difference that is found, in the metric's units.</param>
public sealed record ExperimentPlan(long VisitorsPerVariant, int? Days, double Effect)
{
    /// <summary>Plans by what visitors were like so far.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="metric">The metric of single visitors in the past.</param>
    /// <param name="visitorsPerDay">New visitors a day on its pages.</param>
    /// <param name="alpha">Share of false alarms.</param>
    /// <param name="power">Share of true differences found.</param>
    public static ExperimentPlan Of(
        ExperimentDefinition experiment, Moments metric, double visitorsPerDay, double alpha = 0.05, double power = 0.8)
    {
        var effect = Math.Max(Math.Abs(metric.Mean) * experiment.MinimumEffect, 1e-9);
        var visitors = SampleSize.PerGroup(metric.Variance, effect, experiment.Variants.Count - 1, alpha, power);
        var smallest = experiment.Share * experiment.Variants.Min(variant => variant.Weight) / experiment.Variants.Sum(variant => variant.Weight);
        return new ExperimentPlan(visitors, SampleSize.Days(visitors, visitorsPerDay, smallest), effect);
    }
}
