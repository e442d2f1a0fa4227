using BundleFunctions.Bundling.Constraints;

namespace BundleFunctions.Bundling;

/// <summary>How bundles are built.</summary>
public sealed record BundlingOptions
{
    /// <summary>Items of a bundle with its anchor, 2..4.</summary>
    public int MaxItems { get; init; } = 4;

    /// <summary>Bundles kept for one anchor, 1..50.</summary>
    public int BundlesPerAnchor { get; init; } = 10;

    /// <summary>Orders that must hold the whole bundle, 1 or more.</summary>
    public int MinOrders { get; init; } = 5;

    /// <summary>An item cheaper than this share of the anchor's price is an add-on, 0..1.</summary>
    public decimal AddOnPriceShare { get; init; } = 0.2m;

    /// <summary>How much of its score a bundle loses for sharing its items with a better one of the same anchor, 0..1: score x (1 - penalty x overlap).</summary>
    public double OverlapPenalty { get; init; } = 0.5;

    /// <summary>Highest probability, 0..1, that an item replaces the anchor, as its substitute or its variant, with which it may still be bundled.</summary>
    public double MaxReplacement { get; init; } = 0.5;

    /// <summary>Bundles of the home list, 1..50.</summary>
    public int HomeBundles { get; init; } = 20;

    /// <summary>What may not be sold together, and what comes first.</summary>
    public ConstraintOptions Constraints { get; init; } = new();

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        MaxItems is < 2 or > 4 ? $"bundling.maxItems is {MaxItems}; expected 2..4."
        : BundlesPerAnchor is < 1 or > 50 ? $"bundling.bundlesPerAnchor is {BundlesPerAnchor}; expected 1..50."
        : MinOrders < 1 ? $"bundling.minOrders is {MinOrders}; expected 1 or more."
        : AddOnPriceShare is < 0 or > 1 ? $"bundling.addOnPriceShare is {AddOnPriceShare}; expected 0..1."
        : OverlapPenalty is not (>= 0 and <= 1) ? $"bundling.overlapPenalty is {OverlapPenalty}; expected 0..1."
        : MaxReplacement is not (>= 0 and <= 1) ? $"bundling.maxReplacement is {MaxReplacement}; expected 0..1."
        : HomeBundles is < 1 or > 50 ? $"bundling.homeBundles is {HomeBundles}; expected 1..50."
        : Constraints.Validate();
}
