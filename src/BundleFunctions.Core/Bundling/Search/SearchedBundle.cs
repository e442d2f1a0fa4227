namespace BundleFunctions.Bundling.Search;

/// <summary>A bundle that was searched around a seed; it has no price yet.</summary>
/// <param name="BundleId">Named by the seed's products and the added ones.</param>
/// <param name="Value">Sum of the gains; comparable within one answer.</param>
/// <param name="Added">What is added to the seed, the highest gain first.</param>
/// <param name="Lines">Seed and added products as the catalogue knows them.</param>
public sealed record SearchedBundle(BundleId BundleId, double Value, IReadOnlyList<SearchedItem> Added, IReadOnlyList<BundleLine> Lines);
