using BundleFunctions.Planning.Series;

namespace BundleFunctions.Planning.Forecasting;

/// <summary>Foretells series: each by the method that erred least on its own past (rolling origins; Tashman, Int. J. Forecasting 2000), with bands out of
/// the errors that were made.</summary>
public sealed class Forecaster
{
    private readonly IReadOnlyList<IForecastMethod> _methods;
    private readonly ForecastOptions _options;

    /// <param name="methods">Which methods compete; null for the built-in ones.</param>
    /// <param name="options">Valid options; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public Forecaster(IReadOnlyList<IForecastMethod>? methods = null, ForecastOptions? options = null)
    {
        _methods = methods ?? BuiltIn;
        _options = options ?? new ForecastOptions();
        if (_options.Validate() is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }
    }

    /// <summary>The methods that are always there.</summary>
    public static IReadOnlyList<IForecastMethod> BuiltIn { get; } =
        [new SeasonalNaive(), new RecentMedian(), new LogLevel(), new Croston(), new HoltWinters()];

    /// <summary>Forecasts of every series, in their order. The same series give the same forecasts.</summary>
    public IReadOnlyList<SeriesForecast> Forecast(IReadOnlyList<DemandSeries> series, CancellationToken cancellationToken = default)
    {
        var rolled = Roll(series, cancellationToken);
        var pools = Pools(rolled, one => one.LastOrigin);
        return [.. rolled.Select(one =>
        {
            var chosen = one.ChosenAt(one.LastOrigin);
            return new SeriesForecast(one, chosen, new ForecastBands(Own(one, chosen, one.LastOrigin), pools[ClassOf(one.Series)], _options.PoolWeight));
        })];
    }

    /// <summary>What would have been foretold in the past, by choices and bands that knew only what had passed.</summary>
    /// <param name="series">Series that end on one day.</param>
    /// <param name="origins">How many origins, the last of which has its whole horizon behind it; 1 or more.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public BackTest BackTest(IReadOnlyList<DemandSeries> series, int origins, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(origins, 1);
        var rolled = Roll(series, cancellationToken);
        var rows = rolled.Select(one => new BackTestRow(one.Series.Key, [.. one.Methods.Select(method => method.Name)])).ToArray();
        for (var back = origins - 1; back >= 0; back--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var pools = Pools(rolled, one => Origin(one, back));
            for (var i = 0; i < rows.Length; i++)
            {
                var (one, origin) = (rolled[i], Origin(rolled[i], back));
                if (origin >= one.FirstOrigin)
                {
                    var chosen = one.ChosenAt(origin);
                    rows[i].Add(one, origin, chosen, new ForecastBands(Own(one, chosen, origin), pools[ClassOf(one.Series)], _options.PoolWeight));
                }
            }
        }

        return new BackTest(rows);
    }

    private int Origin(RolledSeries one, int back) => one.LastOrigin - _options.Horizon - back;

    private RolledSeries[] Roll(IReadOnlyList<DemandSeries> series, CancellationToken cancellationToken)
    {
        var rolled = new RolledSeries[series.Count];
        Parallel.For(0, series.Count, new ParallelOptions { CancellationToken = cancellationToken }, i => rolled[i] = new RolledSeries(series[i], _methods, _options));
        return rolled;
    }

    // Series with demand in every step err otherwise than those that sleep for months.
    private static int ClassOf(DemandSeries series) => series.Density >= 0.75 ? 0 : series.Density >= 0.35 ? 1 : 2;

    private ErrorPool[] Pools(RolledSeries[] rolled, Func<RolledSeries, int> originOf)
    {
        var pools = Enumerable.Range(0, 3).Select(_ => new ErrorPool(_options.Horizon)).ToArray();
        foreach (var one in rolled)
        {
            if (originOf(one) is var origin && origin >= one.FirstOrigin)
            {
                pools[ClassOf(one.Series)].Add(one, one.ChosenAt(origin), origin);
            }
        }

        Array.ForEach(pools, pool => pool.Sort());
        return pools;
    }

    private ErrorPool Own(RolledSeries one, int method, int origin)
    {
        var own = new ErrorPool(_options.Horizon);
        own.Add(one, method, origin);
        own.Sort();
        return own;
    }
}
