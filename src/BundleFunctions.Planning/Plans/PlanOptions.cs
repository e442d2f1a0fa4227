using BundleFunctions.Planning.Alarms;
using BundleFunctions.Planning.Series;
using BundleFunctions.Planning.Stock;

namespace BundleFunctions.Planning.Plans;

/// <summary>What a plan is to cover.</summary>
public sealed record PlanOptions
{
    /// <summary>Weeks ahead, 1..52.</summary>
    public int Weeks { get; init; } = 8;

    /// <summary>Days ahead that are foretold day by day besides, 0..56; none by default, for it takes several times as long as the weeks do.</summary>
    public int Days { get; init; }

    /// <summary>Bundles whose demand is foretold, those with most orders behind them, 0..100000.</summary>
    public int Bundles { get; init; } = 1000;

    public StockOptions Stock { get; init; } = new();

    public WatchOptions Watch { get; init; } = new();

    /// <summary>Holidays and promotions of the past and of the time to come.</summary>
    public IReadOnlyList<CalendarPeriod> Calendar { get; init; } = [];

    /// <summary>The first value that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        Weeks is < 1 or > 52 ? $"weeks is {Weeks}; expected 1..52."
        : Days is < 0 or > 56 ? $"days is {Days}; expected 0..56."
        : Bundles is < 0 or > 100_000 ? $"bundles is {Bundles}; expected 0..100000."
        : Calendar.FirstOrDefault(period => string.IsNullOrWhiteSpace(period.Name) || period.To < period.From) is { } period
            ? $"calendar: '{period.Name}' from {period.From:yyyy-MM-dd} to {period.To:yyyy-MM-dd}; expected a name, and an end on or after the beginning."
            : Stock.Validate() ?? Watch.Validate();
}
