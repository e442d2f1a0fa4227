using System.Runtime.InteropServices;

namespace BundleFunctions.Assistant.Retrieval;

/// <summary>A product that was found.</summary>
/// <param name="Product">The product.</param>
/// <param name="Score">Higher is better; comparable within one search.</param>
/// <param name="Matched">How many of the things that were looked for it has.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ProductHit(ProductId Product, float Score, int Matched);
