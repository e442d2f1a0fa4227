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
    /// <summary>Of values a case each, with a bootstrap interval; null where no case has one.</summary>
    public static Estimate? Of(IEnumerable<double?> values, EvaluationOptions options)
    {
        double[] known = [.. values.Where(value => value is not null).Select(value => value!.Value)];
        if (known.Length == 0)
        {
            return null;
        }

        var mean = known.Sum() / known.Length;
        var squares = known.Sum(value => (value - mean) * (value - mean));
        var standardError = known.Length < 2 ? 0 : Math.Sqrt(squares / (known.Length - 1) / known.Length);
        var interval = MeanBootstrap.Of(known, options.Resamples, EvaluationOptions.Level, options.Seed);
        return new Estimate(Rounded(mean), Rounded(interval.Low), Rounded(interval.High), Rounded(standardError), known.Length);
    }

    /// <summary>Of a figure that is no mean over cases.</summary>
    public static Estimate OfWhole(double figure, int cases) => new(Rounded(figure), Rounded(figure), Rounded(figure), 0, cases);

    /// <summary>Six decimals are more than the data can tell, and equal on machines whose logarithms differ in the last bit.</summary>
    internal static double Rounded(double value) => Math.Round(value, 6, MidpointRounding.ToEven);
}
