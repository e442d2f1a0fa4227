namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>What the shop knows of its items that no model learns from.</summary>
/// <param name="IsOut">Whether each item cannot be sold now.</param>
/// <param name="Margins">(price - cost) / price of each item; null where not known.</param>
public sealed record ItemFacts(IReadOnlyList<bool> IsOut, IReadOnlyList<double?> Margins);
