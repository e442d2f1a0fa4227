using BundleFunctions.Planning.Forecasting;

namespace BundleFunctions.Planning.Stock;

/// <summary>How long a stock lasts under a weekly forecast.</summary>
internal static class StockCover
{
    /// <summary>Days until the demand has taken a stock; beyond the horizon at the last week's pace. Infinite where nothing is expected to sell.</summary>
    /// <param name="forecast">A weekly forecast.</param>
    /// <param name="stock">Pieces, 0 or more.</param>
    /// <param name="chance">Null for the expected demand; else the chance with which the demand stays below what is counted with.</param>
    public static double Days(SeriesForecast forecast, long stock, double? chance = null)
    {
        var (before, weeks) = (0.0, forecast.Means.Count);
        for (var week = 1; week <= weeks; week++)
        {
            var until = chance is { } share ? Math.Max(before, forecast.QuantileOfSum(week, share)) : before + forecast.Means[week - 1];
            if (until >= stock && until > before)
            {
                return 7 * (week - 1 + ((stock - before) / (until - before)));
            }

            if (week == weeks)
            {
                return until > 0 ? 7 * (weeks + ((stock - until) / (until / weeks))) : double.PositiveInfinity;
            }

            before = until;
        }

        return double.PositiveInfinity;
    }

    /// <summary>Pieces of the demand of some weeks that a stock is expected not to meet: <c>E max(0, D - stock)</c>, by the mean over the quantiles 0.025,
    /// 0.075, ... 0.975 of the demand.</summary>
    public static double Shortage(SeriesForecast forecast, long stock, double weeks) =>
        Enumerable.Range(0, 20).Average(i => Math.Max(0, forecast.QuantileOfSum(weeks, (i + 0.5) / 20) - stock));
}
