using BundleFunctions.Planning.Forecasting;

namespace BundleFunctions.Planning.Stock;

/// <summary>A product's last year played again under a stock policy: goods come when their lead time is over, demand that finds nothing is lost.</summary>
internal sealed class StockReplay
{
    private readonly SeriesForecast _forecast;
    private readonly int _first;
    private readonly int _leadWeeks;
    private readonly double _coveredWeeks;

    public StockReplay(SeriesForecast forecast, int leadTimeDays, StockOptions options, int mostWeeks)
    {
        var weeks = forecast.Series.Values.Count;
        (_forecast, _first) = (forecast, Math.Max(forecast.FirstOrigin, weeks - mostWeeks));
        _leadWeeks = (leadTimeDays + 6) / 7;
        _coveredWeeks = (leadTimeDays + options.ReviewDays) / 7.0;
        Weeks = Math.Max(0, weeks - _first);
    }

    /// <summary>Weeks that are played.</summary>
    public int Weeks { get; }

    /// <summary>Weeks whose whole demand was met.</summary>
    /// <param name="chance">That the demand stays below the level, above 0 and below 1.</param>
    public int MetWeeks(double chance)
    {
        var met = 0;
        var onHand = LevelAt(_first, chance);
        var coming = new Queue<double>(new double[_leadWeeks]);
        var onOrder = 0.0;
        for (var week = _first; week < _first + Weeks; week++)
        {
            var order = Math.Max(0, LevelAt(week, chance) - onHand - onOrder);
            coming.Enqueue(order);
            onOrder += order;
            var wanted = _forecast.Series.Values[week];
            var came = coming.Dequeue();
            onHand += came;
            onOrder -= came;
            met += wanted <= onHand ? 1 : 0;
            onHand = Math.Max(0, onHand - wanted);
        }

        return met;
    }

    private double LevelAt(int origin, double chance) => Math.Ceiling(_forecast.QuantileOfSum(_coveredWeeks, chance, origin));
}
