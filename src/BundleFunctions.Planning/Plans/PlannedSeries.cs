using BundleFunctions.Planning.Forecasting;

namespace BundleFunctions.Planning.Plans;

/// <summary>What is expected of one product, category, bundle or the shop.</summary>
/// <param name="Key">Its id; <c>shop</c> for all.</param>
/// <param name="Method">The method that foretold it.</param>
/// <param name="Error">Its mean absolute error a week at past origins, pieces; null where the series is too short to say.</param>
/// <param name="NaiveError">The same of the seasonal naive method.</param>
/// <param name="Weeks">Weekly forecasts; their means add up from products to categories to the shop.</param>
public sealed record PlannedSeries(string Key, string Method, double? Error, double? NaiveError, IReadOnlyList<ForecastStep> Weeks);
