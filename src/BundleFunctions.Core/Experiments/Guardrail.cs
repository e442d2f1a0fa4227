namespace BundleFunctions.Experiments;

/// <summary>What a variant must not do.</summary>
/// <param name="Metric">What is watched.</param>
/// <param name="MaxLoss">How much less than the control's mean is borne, as a share of it, 0..1. A variant is stopped once the always valid interval
/// lies wholly below that.</param>
public sealed record Guardrail(ExperimentMetric Metric, double MaxLoss = 0);
