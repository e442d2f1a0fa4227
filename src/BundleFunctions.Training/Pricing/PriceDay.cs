using System.Runtime.InteropServices;

namespace BundleFunctions.Training.Pricing;

/// <summary>One day of a product's sales.</summary>
/// <param name="Day">Days since 0001-01-01, UTC.</param>
/// <param name="UnitPrice">What one piece cost, discounts taken off; above 0.</param>
/// <param name="Units">Pieces sold, 0 or more.</param>
/// <param name="Exposure">How much demand the day had at an average price, such as 1.3 on a Saturday; above 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PriceDay(int Day, decimal UnitPrice, long Units, double Exposure = 1);
