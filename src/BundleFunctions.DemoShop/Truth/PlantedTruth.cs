namespace BundleFunctions.DemoShop.Truth;

/// <summary>What a recommender ought to find in the demo shop. The product never reads it; tests and benchmarks do.</summary>
public sealed record PlantedTruth
{
    /// <summary>The planted bundles, the most popular anchor first.</summary>
    public required IReadOnlyList<PlantedBundle> Bundles { get; init; }

    /// <summary>Groups of products that are looked at together and bought instead of one another; two or more products each.</summary>
    public required IReadOnlyList<IReadOnlyList<ProductId>> Substitutes { get; init; }

    /// <summary>Variants of one model by their group id, two or more products each, in ordinal order of the ids.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<ProductId>> Variants { get; init; }

    /// <summary>Products that turn up in orders of anything, the most frequent first.</summary>
    public required IReadOnlyList<ProductId> Universal { get; init; }
}
