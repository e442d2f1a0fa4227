using BundleFunctions.Planning.Forecasting;

namespace BundleFunctions.Planning.Plans;

/// <summary>What is expected of one product, category or the shop day by day.</summary>
/// <param name="Key">Its id; <c>shop</c> for all.</param>
/// <param name="Method">The method that foretold it.</param>
/// <param name="Error">Its mean absolute error a day at past origins, pieces; null where the series is too short to say.</param>
/// <param name="NaiveError">The same of the seasonal naive method, which repeats the last week.</param>
/// <param name="Days">Daily forecasts; their means add up from products to categories to the shop.</param>
public sealed record PlannedDays(string Key, string Method, double? Error, double? NaiveError, IReadOnlyList<ForecastStep> Days)
{
    internal static PlannedDays Of(PlannedSeries series) => new(series.Key, series.Method, series.Error, series.NaiveError, series.Weeks);
}
