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

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        MaxItems is < 2 or > 4 ? $"bundling.maxItems is {MaxItems}; expected 2..4."
        : BundlesPerAnchor is < 1 or > 50 ? $"bundling.bundlesPerAnchor is {BundlesPerAnchor}; expected 1..50."
        : MinOrders < 1 ? $"bundling.minOrders is {MinOrders}; expected 1 or more."
        : null;
}
