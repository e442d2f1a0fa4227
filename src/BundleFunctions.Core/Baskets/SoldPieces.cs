using System.Runtime.InteropServices;

namespace BundleFunctions.Baskets;

/// <summary>How much of one product an order holds.</summary>
/// <param name="Product">The product.</param>
/// <param name="Pieces">1 or more.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SoldPieces(ProductId Product, long Pieces);
