namespace BundleFunctions.Serving.Search;

/// <summary>A product in its new place.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Score">Orders the products of one answer; higher is better.</param>
/// <param name="Available">Whether it can be sold now; null where that is not known.</param>
public sealed record RankedProduct(ProductId ProductId, double Score, bool? Available);
