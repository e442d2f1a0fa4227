using System.Runtime.InteropServices;

namespace BundleFunctions.Bundling.Search;

/// <summary>A product that a bundle is searched around.</summary>
/// <param name="Product">The product.</param>
/// <param name="Weight">How much it counts, above 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SeedProduct(ProductId Product, double Weight);
