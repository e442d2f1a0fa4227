using BundleFunctions.Planning.Series;

namespace BundleFunctions.Planning.Forecasting;

/// <summary>What is expected of one series.</summary>
public sealed class SeriesForecast
{
    private readonly ForecastBands _bands;

    internal SeriesForecast(DemandSeries series, string method, double? error, double? naiveError, IReadOnlyList<double> means, ForecastBands bands, DateOnly next)
    {
        (Series, Method, Error, NaiveError, Means, _bands) = (series, method, error, naiveError, means, bands);
        Steps = [.. means.Select((mean, h) => new ForecastStep(
            next.AddDays(h * DemandSeries.DaysOf(series.Step)),
            mean,
            bands.Quantile(mean, h, 0.1),
            bands.Quantile(mean, h, 0.9),
            bands.Quantile(mean, h, 0.025),
            bands.Quantile(mean, h, 0.975)))];
    }

    public DemandSeries Series { get; }

    /// <summary>The method that was chosen.</summary>
    public string Method { get; }

    /// <summary>Its mean absolute error a step at past origins, pieces; null where the series is too short to say.</summary>
    public double? Error { get; }

    /// <summary>The same of the seasonal naive method.</summary>
    public double? NaiveError { get; }

    /// <summary>Forecasts a step.</summary>
    public IReadOnlyList<double> Means { get; }

    public IReadOnlyList<ForecastStep> Steps { get; }

    /// <summary>Pieces that the next steps together stay below with a given chance: what a stock has to cover.</summary>
    /// <param name="steps">How many steps, above 0 and at most the horizon; parts of a step count by their share.</param>
    /// <param name="share">The chance, above 0 and below 1.</param>
    public double QuantileOfSum(double steps, double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, Means.Count);
        var whole = (int)Math.Ceiling(steps);
        var quantile = SumQuantile(whole, share);
        var part = whole - steps;
        return part == 0 ? quantile : quantile - (part * (quantile - SumQuantile(whole - 1, share)));
    }

    private double SumQuantile(int steps, double share) =>
        steps == 0 ? 0 : _bands.Quantile(Means.Take(steps).Sum(), steps - 1, share, ofSum: true);
}
