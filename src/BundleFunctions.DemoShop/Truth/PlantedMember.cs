namespace BundleFunctions.DemoShop.Truth;

/// <summary>A product that a planted bundle adds to its anchor.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Probability">Probability, 0..1, that it is bought when the bundle is.</param>
public sealed record PlantedMember(ProductId ProductId, double Probability);
