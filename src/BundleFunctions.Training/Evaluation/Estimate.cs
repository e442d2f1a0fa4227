using BundleFunctions.Numerics.Statistics;

namespace BundleFunctions.Training.Evaluation;

/// <summary>A figure and how sure it is.</summary>
/// <param name="Mean">The figure.</param>
/// <param name="Low">Lower end of its 95 % interval; the figure itself where it has none.</param>
/// <param name="High">Upper end.</param>
/// <param name="StandardError">Standard error of the mean; 0 for fewer than two cases.</param>
/// <param name="Cases">Cases that it is of.</param>
public sealed record Estimate(double Mean, double Low, double High, double StandardError, int Cases)
{
    /// <summary>Of values a case each, with bootstrap intervals; null where no case has one.</summary>
    /// <param name="metrics">Values of several metrics.</param>
    public static Estimate?[] OfEach(IReadOnlyList<IEnumerable<double?>> metrics, EvaluationOptions options)
    {
        var known = metrics.Select(values => values.OfType<double>().ToArray()).ToArray();
        var figures = new Estimate?[known.Length];
        foreach (var alike in Enumerable.Range(0, known.Length).Where(m => known[m].Length > 0).GroupBy(m => known[m].Length))
        {
            int[] group = [.. alike];
            var intervals = MeanBootstrap.OfEach([.. group.Select(m => known[m])], options.Resamples, EvaluationOptions.Level, options.Seed);
            for (var i = 0; i < group.Length; i++)
            {
                figures[group[i]] = Of(known[group[i]], intervals[i]);
            }
        }

        return figures;
    }

    /// <summary>Of a figure that is no mean over cases.</summary>
    public static Estimate OfWhole(double figure, int cases) => new(Rounded(figure), Rounded(figure), Rounded(figure), 0, cases);

    private static Estimate Of(double[] known, Interval interval)
    {
        var mean = known.Sum() / known.Length;
        var squares = known.Sum(value => (value - mean) * (value - mean));
        var standardError = known.Length < 2 ? 0 : Math.Sqrt(squares / (known.Length - 1) / known.Length);
        return new Estimate(Rounded(mean), Rounded(interval.Low), Rounded(interval.High), Rounded(standardError), known.Length);
    }

    /// <summary>Six decimals are more than the data can tell, and equal on machines whose logarithms differ in the last bit.</summary>
    internal static double Rounded(double value) => Math.Round(value, 6, MidpointRounding.ToEven);
}
