using System.Runtime.InteropServices;

namespace BundleFunctions.Pricing;

/// <summary>What one sold bundle earns and moves: margin = price x kept - cost.</summary>
/// <param name="Kept">1 - returns rate.</param>
/// <param name="CostPerSale">Cost of what is kept, and one delivery.</param>
/// <param name="SlowPieces">Pieces of slow stock in it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BundleTerms(double Kept, double CostPerSale, double SlowPieces);
