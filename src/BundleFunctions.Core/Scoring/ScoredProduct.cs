namespace BundleFunctions.Scoring;

/// <summary>A product and how well it fits.</summary>
/// <param name="Product">The product.</param>
/// <param name="Score">The higher the better; comparable within one answer only.</param>
public sealed record ScoredProduct(ProductId Product, double Score);
