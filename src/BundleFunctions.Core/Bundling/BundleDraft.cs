using BundleFunctions.Associations;
using BundleFunctions.Offers;

namespace BundleFunctions.Bundling;

/// <summary>A bundle without a price.</summary>
/// <param name="BundleId">Named by its products and quantities.</param>
/// <param name="Score">Extra pieces sold per order of the anchor, by <see cref="BundleValue"/>, less what it shares with better
/// bundles of its anchor; above 0, rounded to six decimals.</param>
/// <param name="Items">Anchor first, then complements, then add-ons.</param>
/// <param name="Lines">The same items with their products, in the same order.</param>
/// <param name="Evidence">The counts behind it.</param>
public sealed record BundleDraft(
    BundleId BundleId, double Score, IReadOnlyList<BundleItem> Items, IReadOnlyList<BundleLine> Lines, Evidence Evidence);
