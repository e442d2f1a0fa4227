using BundleFunctions.Numerics.Statistics;

namespace BundleFunctions.Training.Evaluation.Gate;

/// <summary>The gate's answer.</summary>
/// <param name="Verdict">What becomes of the challenger.</param>
/// <param name="Reasons">Why, in words, the weightiest first; one or more.</param>
/// <param name="Comparison">Challenger against champion on the primary metric; null where it was not looked at.</param>
public sealed record GateDecision(GateVerdict Verdict, IReadOnlyList<string> Reasons, PairedComparison? Comparison);
