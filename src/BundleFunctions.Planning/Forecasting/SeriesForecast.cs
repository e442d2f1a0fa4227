using BundleFunctions.Planning.Series;

namespace BundleFunctions.Planning.Forecasting;

/// <summary>What is expected of one series.</summary>
public sealed class SeriesForecast
{
    private readonly RolledSeries _rolled;
    private readonly int _chosen;
    private readonly ForecastBands _bands;
    private readonly IReadOnlyList<double>? _factors;

    internal SeriesForecast(RolledSeries rolled, int chosen, ForecastBands bands, IReadOnlyList<double>? factors = null)
    {
        (_rolled, _chosen, _bands, _factors) = (rolled, chosen, bands, factors);
        var means = rolled.Expected(chosen, rolled.LastOrigin).ToArray();
        Means = factors is null ? means : [.. means.Select((mean, h) => mean * factors[h])];
        Steps = [.. Means.Select((mean, h) => new ForecastStep(
            Series.Next.AddDays(h * DemandSeries.DaysOf(Series.Step)),
            mean,
            bands.Quantile(mean, h, 0.1),
            bands.Quantile(mean, h, 0.9),
            bands.Quantile(mean, h, 0.025),
            bands.Quantile(mean, h, 0.975)))];
    }

    public DemandSeries Series => _rolled.Series;

    /// <summary>The method that was chosen.</summary>
    public string Method => _rolled.Methods[_chosen].Name;

    /// <summary>Its mean absolute error a step at past origins, pieces; null where the series is too short to say.</summary>
    public double? Error => _rolled.ErrorOf(_chosen);

    /// <summary>The same of the seasonal naive method.</summary>
    public double? NaiveError => _rolled.ErrorOf(0);

    /// <summary>Forecasts a step.</summary>
    public IReadOnlyList<double> Means { get; }

    public IReadOnlyList<ForecastStep> Steps { get; }

    /// <summary>The same forecast where each step is multiplied by what a calendar says of it.</summary>
    /// <param name="factors">One a step, above 0.</param>
    public SeriesForecast Times(IReadOnlyList<double> factors) => new(_rolled, _chosen, _bands, factors);

    /// <summary>The mean of a step without what a calendar says of it.</summary>
    internal double Plain(int step) => Means[step] / (_factors?[step] ?? 1);

    /// <summary>The first origin that can be asked for in <see cref="QuantileOfSum(double, double, int)"/>.</summary>
    internal int FirstOrigin => _rolled.FirstOrigin;

    /// <summary>Pieces that the next steps together stay below with a given chance: what a stock has to cover.</summary>
    /// <param name="steps">How many steps, above 0 and at most the horizon; parts of a step count by their share.</param>
    /// <param name="share">The chance, above 0 and below 1.</param>
    public double QuantileOfSum(double steps, double share) => QuantileOfSum(steps, share, _rolled.LastOrigin);

    /// <summary>The same as it would have been said at an earlier origin, with the bands of today.</summary>
    internal double QuantileOfSum(double steps, double share, int origin)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, Means.Count);
        var whole = (int)Math.Ceiling(steps);
        var quantile = SumQuantile(whole, share, origin);
        var part = whole - steps;
        return part == 0 ? quantile : quantile - (part * (quantile - SumQuantile(whole - 1, share, origin)));
    }

    private double SumQuantile(int steps, double share, int origin)
    {
        var sum = 0.0;
        var expected = _rolled.Expected(_chosen, origin);
        for (var h = 0; h < steps; h++)
        {
            sum += expected[h] * (_factors is not null && origin == _rolled.LastOrigin ? _factors[h] : 1);
        }

        return steps == 0 ? 0 : _bands.Quantile(sum, steps - 1, share, ofSum: true);
    }
}
