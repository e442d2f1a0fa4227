using BundleFunctions.Planning.Series;

namespace BundleFunctions.Planning.Forecasting;

/// <summary>A series with what every method expected at every origin, and which method would have been chosen there.</summary>
internal sealed class RolledSeries
{
    private readonly double[] _values;
    private readonly ForecastOptions _options;
    private readonly IReadOnlyList<IForecastMethod> _methods;
    private readonly ForecastTable[] _tables;

    // Absolute errors of each method summed over origins: row t - first holds those of all origins up to t.
    private readonly double[][] _errors;

    public RolledSeries(DemandSeries series, IReadOnlyList<IForecastMethod> methods, ForecastOptions options)
    {
        (Series, _options) = (series, options);
        _values = [.. series.Values];
        FirstOrigin = Math.Min(options.FirstOrigin, _values.Length);
        _methods = [.. methods.Where(method => method.MinValues(series.Season) <= FirstOrigin).OrderBy(method => method.Complexity).ThenBy(method => method.Name, StringComparer.Ordinal)];
        _tables = [.. _methods.Select(method => Roll(method, series.Season))];
        _errors = Array.ConvertAll(_tables, Sums);
    }

    public DemandSeries Series { get; }

    public int FirstOrigin { get; }

    public int LastOrigin => _values.Length;

    public IReadOnlyList<IForecastMethod> Methods => _methods;

    public ReadOnlySpan<double> Values => _values;

    /// <summary>What a method expected at an origin.</summary>
    public ReadOnlySpan<double> Expected(int method, int origin) => _tables[method].At(origin);

    /// <summary>The method that erred least at the origins whose whole horizon had passed by then; the simplest where there are none, and where a
    /// better one is better by no more than the margin.</summary>
    public int ChosenAt(int origin)
    {
        var judged = origin - _options.Horizon - FirstOrigin;
        if (judged < 0)
        {
            // Nothing can be judged yet: what seldom does harm.
            return Math.Min(1, _methods.Count - 1);
        }

        var chosen = 0;
        for (var m = 1; m < _methods.Count; m++)
        {
            chosen = _errors[m][judged] < _errors[chosen][judged] * (1 - _options.Margin) ? m : chosen;
        }

        return chosen;
    }

    /// <summary>Mean absolute error a step of a method at the origins judged at the end of the series; null where there are none.</summary>
    public double? ErrorOf(int method)
    {
        var judged = LastOrigin - _options.Horizon - FirstOrigin;
        return judged < 0 ? null : _errors[method][judged] / ((judged + 1.0) * _options.Horizon);
    }

    private ForecastTable Roll(IForecastMethod method, int season)
    {
        var table = new ForecastTable(FirstOrigin, _values.Length, _options.Horizon);
        method.Roll(_values, season, table);
        return table;
    }

    private double[] Sums(ForecastTable table)
    {
        var sums = new double[Math.Max(0, LastOrigin - _options.Horizon - FirstOrigin + 1)];
        var sum = 0.0;
        for (var i = 0; i < sums.Length; i++)
        {
            var expected = table.At(FirstOrigin + i);
            for (var h = 0; h < expected.Length; h++)
            {
                sum += Math.Abs(_values[FirstOrigin + i + h] - expected[h]);
            }

            sums[i] = sum;
        }

        return sums;
    }
}
