using BundleFunctions.Planning.Alarms;
using BundleFunctions.Planning.Stock;

namespace BundleFunctions.Planning.Plans;

/// <summary>What a shop is to expect, and what to do about it.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="From">First day of the first week that is foretold.</param>
/// <param name="DataThrough">The last day that was learned from.</param>
/// <param name="Total">All pieces of the shop.</param>
/// <param name="Categories">By first level of the catalogue, in ordinal order.</param>
/// <param name="Products">In ordinal order.</param>
/// <param name="Bundles">Orders that hold a bundle whole, most first.</param>
/// <param name="Effects">What each holiday or promotion multiplies sales by.</param>
/// <param name="Stock">Advice, what costs most first.</param>
/// <param name="Slow">Slow stock.</param>
/// <param name="Risks">Bundles that will break.</param>
/// <param name="Alarms">What was out of the ordinary in the last four weeks.</param>
public sealed record ShopPlan(
    ShopId Shop,
    DateOnly From,
    DateOnly DataThrough,
    PlannedSeries Total,
    IReadOnlyList<PlannedSeries> Categories,
    IReadOnlyList<PlannedSeries> Products,
    IReadOnlyList<PlannedSeries> Bundles,
    IReadOnlyDictionary<string, double> Effects,
    IReadOnlyList<StockAdvice> Stock,
    IReadOnlyList<SlowStock> Slow,
    IReadOnlyList<BundleRisk> Risks,
    IReadOnlyList<SeriesAlarm> Alarms)
{
    /// <summary>Day by day; null where it was not asked for.</summary>
    public DailyPlan? Daily { get; init; }
}
