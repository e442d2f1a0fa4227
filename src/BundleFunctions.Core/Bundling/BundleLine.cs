namespace BundleFunctions.Bundling;

/// <summary>One product of a draft, as the catalogue knows it.</summary>
/// <param name="Product">The product.</param>
/// <param name="Quantity">Pieces, 1 or more.</param>
public sealed record BundleLine(Product Product, int Quantity);
