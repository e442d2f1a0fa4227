namespace BundleFunctions.Privacy;

/// <summary>What retention deleted in a shop, or would delete.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="DryRun">Whether nothing was deleted.</param>
/// <param name="Kinds">Every kind of data.</param>
public sealed record RetentionReport(ShopId Shop, bool DryRun, IReadOnlyList<RetentionCount> Kinds);
