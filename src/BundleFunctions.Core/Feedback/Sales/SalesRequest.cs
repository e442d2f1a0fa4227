namespace BundleFunctions.Feedback.Sales;

/// <summary>What a sales report is to cover.</summary>
/// <param name="From">First day, UTC.</param>
/// <param name="To">Last day, UTC; at most <see cref="MaxDays"/> days in all.</param>
public sealed record SalesRequest(DateOnly From, DateOnly To)
{
    public const int MaxDays = 400;

    /// <summary>Days after a click or a cart add within which a purchase is credited to it, 1..90.</summary>
    public int WindowDays { get; init; } = 7;

    /// <summary>Days after the last day of which refunds are still taken back, 0..180.</summary>
    public int ReturnDays { get; init; } = 60;

    /// <summary>Days before the first of which a visitor's margin is known, to sharpen comparisons; 0..400.</summary>
    public int PriorDays { get; init; } = 28;

    /// <summary>Impressions, clicks and cart adds of bundles a day above which a visitor is taken for a robot, 1 or more.</summary>
    public int MaxInteractionsPerDay { get; init; } = 200;

    /// <summary>Orders a day of one visitor that are credited, 1 or more.</summary>
    public int MaxOrdersPerDay { get; init; } = 10;

    /// <summary>Visitors whose totals are kept; of more, an even sample is. 1000 or more.</summary>
    public int MaxVisitors { get; init; } = 1_000_000;

    /// <summary>Level of intervals, 0.5..0.999.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The first value that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        From.Year is < 1990 or > 2200 || To.Year is < 1990 or > 2200 ? $"from is {From:yyyy-MM-dd} and to is {To:yyyy-MM-dd}; expected years 1990..2200."
        : To < From ? $"to is {To:yyyy-MM-dd}; expected {From:yyyy-MM-dd} (from) or later."
        : To.DayNumber - From.DayNumber >= MaxDays ? $"from and to are {To.DayNumber - From.DayNumber + 1} days apart; expected {MaxDays} or fewer."
        : WindowDays is < 1 or > 90 ? $"windowDays is {WindowDays}; expected 1..90."
        : ReturnDays is < 0 or > 180 ? $"returnDays is {ReturnDays}; expected 0..180."
        : PriorDays is < 0 or > 400 ? $"priorDays is {PriorDays}; expected 0..400."
        : MaxInteractionsPerDay < 1 ? $"maxInteractionsPerDay is {MaxInteractionsPerDay}; expected 1 or more."
        : MaxOrdersPerDay < 1 ? $"maxOrdersPerDay is {MaxOrdersPerDay}; expected 1 or more."
        : MaxVisitors < 1000 ? $"maxVisitors is {MaxVisitors}; expected 1000 or more."
        : Level is >= 0.5 and <= 0.999 ? null
        : $"level is {Level}; expected 0.5..0.999.";
}
