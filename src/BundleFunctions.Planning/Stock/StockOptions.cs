namespace BundleFunctions.Planning.Stock;

/// <summary>How stock is kept.</summary>
public sealed record StockOptions
{
    /// <summary>Days from an order to the goods, 0..365; a product's attribute <c>leadTimeDays</c> says otherwise.</summary>
    public int LeadTimeDays { get; init; } = 7;

    /// <summary>Days between two looks at the stock, 1..90.</summary>
    public int ReviewDays { get; init; } = 7;

    /// <summary>Chance, 0.5..0.999, that the stock lasts until the next goods come.</summary>
    public double ServiceLevel { get; init; } = 0.95;

    /// <summary>Weeks of demand beyond which stock is slow, 1..104.</summary>
    public int SlowWeeks { get; init; } = 26;

    /// <summary>Weeks that a forecast has to reach to cover lead time and review.</summary>
    public int HorizonWeeks(int leadTimeDays) => (leadTimeDays + ReviewDays + 6) / 7;

    /// <summary>The first value that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        LeadTimeDays is < 0 or > 365 ? $"leadTimeDays is {LeadTimeDays}; expected 0..365."
        : ReviewDays is < 1 or > 90 ? $"reviewDays is {ReviewDays}; expected 1..90."
        : ServiceLevel is not (>= 0.5 and <= 0.999) ? $"serviceLevel is {ServiceLevel}; expected 0.5..0.999."
        : SlowWeeks is < 1 or > 104 ? $"slowWeeks is {SlowWeeks}; expected 1..104."
        : null;
}
