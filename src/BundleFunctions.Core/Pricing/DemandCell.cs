using System.Runtime.InteropServices;

namespace BundleFunctions.Pricing;

/// <summary>Consumers of about one reservation price, in sums over their weight.</summary>
/// <param name="Mass">Their weight.</param>
/// <param name="Reservation">Of their reservation prices.</param>
/// <param name="Revenue">Of what they pay singly.</param>
/// <param name="Margin">Of what that earns, delivery not counted.</param>
/// <param name="SlowPieces">Of slow stock in it.</param>
/// <param name="Without">Weight of those who buy nothing singly.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DemandCell(double Mass, double Reservation, double Revenue, double Margin, double SlowPieces, double Without)
{
    /// <summary>The part of these consumers that takes an item, or would pay less than its price for it.</summary>
    /// <param name="share">The part.</param>
    /// <param name="willing">What it would pay, the list price at most.</param>
    /// <param name="item">The item, where it is bought; null where it is not.</param>
    public DemandCell With(double share, double willing, ItemDemand? item)
    {
        var mass = share * Mass;
        return item is { } bought
            ? new DemandCell(
                mass,
                (share * Reservation) + (mass * willing),
                (share * Revenue) + (mass * bought.Price),
                (share * Margin) + (mass * bought.Margin),
                (share * SlowPieces) + (mass * bought.SlowPieces),
                0)
            : new DemandCell(mass, (share * Reservation) + (mass * willing), share * Revenue, share * Margin, share * SlowPieces, share * Without);
    }

    public static DemandCell operator +(DemandCell one, DemandCell other) => new(
        one.Mass + other.Mass,
        one.Reservation + other.Reservation,
        one.Revenue + other.Revenue,
        one.Margin + other.Margin,
        one.SlowPieces + other.SlowPieces,
        one.Without + other.Without);

    public DemandSegment ToSegment(double delivery) => new(
        Mass, Reservation / Mass, Revenue / Mass, (Margin - (delivery * (Mass - Without))) / Mass, SlowPieces / Mass);
}
