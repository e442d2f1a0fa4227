using BundleFunctions.Planning.Forecasting;
using Microsoft.ML;
using Microsoft.ML.Transforms.TimeSeries;

namespace BundleFunctions.MachineLearning;

/// <summary>Singular spectrum analysis (Golyandina, Nekrutkin and Zhigljavsky 2001) by ML.NET, learned anew at every origin. Several windows stand side
/// by side, and at every origin the one speaks whose one-step errors so far were the least: so a row's window is chosen by the row's own past.</summary>
public sealed class SingularSpectrum : IForecastMethod
{
    private static readonly int[] Windows = [4, 6, 9, 13, 20, 26, 52];

    /// <inheritdoc/>
    public string Name => "singular-spectrum";

    /// <inheritdoc/>
    public int Complexity => 10;

    /// <inheritdoc/>
    public int MinValues(int season) => (2 * Windows[0]) + 1;

    /// <inheritdoc/>
    public void Roll(ReadOnlySpan<double> values, int season, ForecastTable into)
    {
        var errors = new double[Windows.Length];
        var rows = new double[Windows.Length][];
        for (var origin = into.FirstOrigin; origin <= into.LastOrigin; origin++)
        {
            // A window that there was too little of until now begins level with the best.
            var known = Windows.Count(window => 2 * window < origin);
            var before = Windows.Count(window => 2 * window < origin - 1);
            for (var w = Math.Max(before, 1); w < known; w++)
            {
                errors[w] = errors.AsSpan(0, before).ToArray().Min();
            }

            for (var w = 0; w < known; w++)
            {
                rows[w] = new double[into.Horizon];
                Forecast(values[..origin], Windows[w], rows[w]);
            }

            rows[Best(errors, known)].CopyTo(into.At(origin));
            for (var w = 0; w < known && origin < values.Length; w++)
            {
                errors[w] += Math.Abs(values[origin] - rows[w][0]);
            }
        }
    }

    /// <summary>What comes after the values by one window; what the decomposition gives nothing usable for, or more than twice what ever was, is the mean of the last window.</summary>
    internal static void Forecast(ReadOnlySpan<double> values, int window, Span<double> into)
    {
        var context = new MLContext(1);
        var points = context.Data.LoadFromEnumerable(Points(values));
        var model = context.Forecasting.ForecastBySsa(
            nameof(SpectrumForecast.Ahead), nameof(SpectrumPoint.Value), window, seriesLength: values.Length, trainSize: values.Length, horizon: into.Length).Fit(points);
        using var engine = model.CreateTimeSeriesEngine<SpectrumPoint, SpectrumForecast>(context);
        var ahead = engine.Predict().Ahead;
        var mean = Mean(values[^Math.Min(window, values.Length)..]);

        // A recurrence whose roots lie outside the unit circle grows without bound: on series that mostly sleep it foretold thousands.
        var most = 2 * Max(values);
        for (var h = 0; h < into.Length; h++)
        {
            into[h] = h < ahead.Length && float.IsFinite(ahead[h]) && ahead[h] <= most ? Math.Max(0, ahead[h]) : mean;
        }
    }

    private static int Best(double[] errors, int known) => Array.IndexOf(errors, errors.Take(known).Min());

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private static double Max(ReadOnlySpan<double> values)
    {
        var max = 0.0;
        foreach (var value in values)
        {
            max = Math.Max(max, value);
        }

        return max;
    }

    private static SpectrumPoint[] Points(ReadOnlySpan<double> values)
    {
        var points = new SpectrumPoint[values.Length];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = new SpectrumPoint { Value = (float)values[i] };
        }

        return points;
    }
}
