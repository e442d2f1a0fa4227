namespace BundleFunctions.Sessions;

/// <summary>A product whose bundles a session calls for.</summary>
/// <param name="Product">The product.</param>
/// <param name="Weight">How much its list counts, above 0; the seeds of a session sum to 1.</param>
public readonly record struct SessionSeed(ProductId Product, double Weight);
