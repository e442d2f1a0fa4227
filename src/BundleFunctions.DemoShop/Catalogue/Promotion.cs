using System.Runtime.InteropServices;

namespace BundleFunctions.DemoShop.Catalogue;

/// <summary>Two weeks at a lower price, in which the product sells better.</summary>
/// <param name="FirstDay">Counted from the first day of events.</param>
/// <param name="DiscountPct">0 for no promotion.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Promotion(int FirstDay, int DiscountPct)
{
    public const int LengthInDays = 14;

    public bool IsOn(int day) => DiscountPct > 0 && day >= FirstDay && day < FirstDay + LengthInDays;

    /// <summary>What is taken off one piece on a day, in whole cents.</summary>
    public decimal DiscountOn(int day, decimal price)
        => IsOn(day) ? Math.Round(price * DiscountPct / 100m, 2, MidpointRounding.AwayFromZero) : 0m;
}
