namespace BundleFunctions.Feedback.Sales;

/// <summary>What was done about one shop's experiments.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Stopped">Variants that broke a guardrail and were stopped now, as <c>experiment:variant</c>, each with the reason.</param>
/// <param name="LearntBundles">Bundles that the shop's bandit knows now; null where it has none.</param>
/// <param name="Fault">Why nothing could be done; null where it could.</param>
public sealed record KeeperReport(ShopId Shop, IReadOnlyDictionary<string, string> Stopped, int? LearntBundles, string? Fault = null);
