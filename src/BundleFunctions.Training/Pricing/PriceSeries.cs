namespace BundleFunctions.Training.Pricing;

/// <summary>A product's prices and sales.</summary>
/// <param name="Product">The product.</param>
/// <param name="Category">The category that its elasticity is shrunk towards; null where it has none.</param>
/// <param name="Days">Each day once, in order; one or more.</param>
/// <param name="PricePoints">Different prices at which it was sold.</param>
public sealed record PriceSeries(ProductId Product, string? Category, IReadOnlyList<PriceDay> Days, int PricePoints);
