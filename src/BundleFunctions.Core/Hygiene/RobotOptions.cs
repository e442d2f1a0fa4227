using System.Globalization;

namespace BundleFunctions.Hygiene;

/// <summary>What a visitor does that no person does.</summary>
public sealed record RobotOptions
{
    public bool Enabled { get; init; } = true;

    /// <summary>Pages (views, clicks, searches) at different moments of one minute, beyond which it is a robot; 10 or more. Where times are cut
    /// to the minute this cannot speak.</summary>
    public int MaxPagesPerMinute { get; init; } = 40;

    /// <summary>The same of one hour; 60 or more.</summary>
    public int MaxPagesPerHour { get; init; } = 500;

    /// <summary>Different products looked at on one day, beyond which who does not buy is a robot; 50 or more.</summary>
    public int MaxProductsPerDay { get; init; } = 300;

    /// <summary>Different products of each day, added up over all days, beyond which who does not buy is a robot, where it is as many as
    /// <see cref="MinProductsOnEachDay"/> on each of its days; 100 or more.</summary>
    public int MaxProducts { get; init; } = 1500;

    /// <summary>See <see cref="MaxProducts"/>; 10 or more.</summary>
    public int MinProductsOnEachDay { get; init; } = 60;

    /// <summary>Additions to a cart and orders for each page, 0..1, from which on a visitor does buy: then it is no robot, however much it reads.
    /// It may be a device that many use, or an id that a shop gives everybody.</summary>
    public double BuyerShare { get; init; } = 0.005;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        MaxPagesPerMinute < 10 ? $"hygiene.robots.maxPagesPerMinute is {MaxPagesPerMinute}; expected 10 or more."
        : MaxPagesPerHour < 60 ? $"hygiene.robots.maxPagesPerHour is {MaxPagesPerHour}; expected 60 or more."
        : MaxProductsPerDay < 50 ? $"hygiene.robots.maxProductsPerDay is {MaxProductsPerDay}; expected 50 or more."
        : MaxProducts < 100 ? $"hygiene.robots.maxProducts is {MaxProducts}; expected 100 or more."
        : MinProductsOnEachDay < 10 ? $"hygiene.robots.minProductsOnEachDay is {MinProductsOnEachDay}; expected 10 or more."
        : BuyerShare is not (>= 0 and <= 1) ? $"hygiene.robots.buyerShare is {BuyerShare.ToString(CultureInfo.InvariantCulture)}; expected 0..1."
        : null;
}
