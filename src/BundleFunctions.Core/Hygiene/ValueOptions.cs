using System.Globalization;

namespace BundleFunctions.Hygiene;

/// <summary>From when on a quantity or a price cannot be. Both are judged by their logarithms, as orders are
/// (<see cref="ResellerOptions"/>), against the product's own; prices against the catalogue too.</summary>
public sealed record ValueOptions
{
    public bool Enabled { get; init; } = true;

    /// <summary>Robust deviations from the median; 3 or more.</summary>
    public double Deviations { get; init; } = 6;

    /// <summary>Pieces of one line that are always possible, as are 150 times as many as all but a twentieth of the shop's lines have;
    /// 10 or more.</summary>
    public int MinQuantity { get; init; } = 1000;

    /// <summary>How many times the usual price, or which fraction of it, is always possible; 2 or more. A price of 0 is a gift.</summary>
    public double PriceFactor { get; init; } = 50;

    /// <summary>Purchases of a product from which on its own values are gone by; with fewer its quantities are held against the whole shop's, and
    /// its prices against the catalogue's. 5 or more.</summary>
    public int MinPurchases { get; init; } = 8;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        Deviations is not (>= 3 and <= 100) ? $"hygiene.values.deviations is {Deviations.ToString(CultureInfo.InvariantCulture)}; expected 3..100."
        : MinQuantity < 10 ? $"hygiene.values.minQuantity is {MinQuantity}; expected 10 or more."
        : PriceFactor is not (>= 2 and <= 1e6) ? $"hygiene.values.priceFactor is {PriceFactor.ToString(CultureInfo.InvariantCulture)}; expected 2..1000000."
        : MinPurchases < 5 ? $"hygiene.values.minPurchases is {MinPurchases}; expected 5 or more."
        : null;
}
