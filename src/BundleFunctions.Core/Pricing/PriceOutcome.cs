using System.Runtime.InteropServices;

namespace BundleFunctions.Pricing;

/// <summary>What one price does to a population, beyond what selling singly does.</summary>
/// <param name="Units">Bundles sold.</param>
/// <param name="Revenue">Revenue gained.</param>
/// <param name="Margin">Margin gained, less what bundles take from single sales.</param>
/// <param name="SlowPieces">Pieces of slow stock that move in addition.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PriceOutcome(double Units, double Revenue, double Margin, double SlowPieces)
{
    public static PriceOutcome operator +(PriceOutcome one, PriceOutcome other) => new(
        one.Units + other.Units, one.Revenue + other.Revenue, one.Margin + other.Margin, one.SlowPieces + other.SlowPieces);

    public static PriceOutcome operator *(double factor, PriceOutcome outcome) => new(
        factor * outcome.Units, factor * outcome.Revenue, factor * outcome.Margin, factor * outcome.SlowPieces);
}
