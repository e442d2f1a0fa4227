using System.Runtime.InteropServices;

namespace BundleFunctions.Pricing;

/// <summary>What one sold bundle earns and moves: margin = price x kept - cost.</summary>
/// <param name="Kept">1 - returns rate.</param>
/// <param name="CostPerSale">Cost of what is kept, and one delivery.</param>
/// <param name="SlowPieces">Pieces of slow stock in it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BundleTerms(double Kept, double CostPerSale, double SlowPieces)
{
    /// <summary>What it changes that these take the bundle at <paramref name="price"/>.</summary>
    /// <param name="price">What the bundle costs.</param>
    /// <param name="takers">How many they are (<see cref="PriceOutcome.Units"/>), and what they would buy singly.</param>
    public PriceOutcome Gain(double price, PriceOutcome takers) =>
        (takers.Units * new PriceOutcome(1, price, (price * Kept) - CostPerSale, SlowPieces)) + (-1 * takers with { Units = 0 });
}
