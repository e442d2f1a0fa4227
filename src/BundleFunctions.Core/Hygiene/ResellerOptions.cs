using System.Globalization;

namespace BundleFunctions.Hygiene;

/// <summary>From when on an order is trade. Sizes n are judged by ln(1 + n): m is the median of all orders, s the robust deviation (1.4826 times
/// the median absolute deviation, Rousseeuw and Croux 1993; 0.5 at least), and an order beyond m + <see cref="Deviations"/> s is trade.</summary>
public sealed record ResellerOptions
{
    public bool Enabled { get; init; } = true;

    /// <summary>Robust deviations above the median; 3 or more.</summary>
    public double Deviations { get; init; } = 5;

    /// <summary>Pieces of an order that are never too many; 10 or more.</summary>
    public int MinPieces { get; init; } = 100;

    /// <summary>Lines of an order that are never too many; 10 or more.</summary>
    public int MinLines { get; init; } = 60;

    /// <summary>Orders of the shop from which on there is something to go by; 50 or more.</summary>
    public int MinOrders { get; init; } = 200;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        Deviations is not (>= 3 and <= 100) ? $"hygiene.resellers.deviations is {Deviations.ToString(CultureInfo.InvariantCulture)}; expected 3..100."
        : MinPieces < 10 ? $"hygiene.resellers.minPieces is {MinPieces}; expected 10 or more."
        : MinLines < 10 ? $"hygiene.resellers.minLines is {MinLines}; expected 10 or more."
        : MinOrders < 50 ? $"hygiene.resellers.minOrders is {MinOrders}; expected 50 or more."
        : null;
}
