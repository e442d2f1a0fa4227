namespace BundleFunctions.Planning.Forecasting;

/// <summary>Quantiles of what may come, out of how far forecasts were off before: a series' own errors beside those of series like it, weighted by how
/// many of its own there are, <c>n / (n + w)</c>. No distribution is assumed.</summary>
internal sealed class ForecastBands(ErrorPool own, ErrorPool alike, double poolWeight)
{
    /// <summary>The level below which a step's demand stays with the given chance.</summary>
    /// <param name="expected">The forecast of the step, or of the sum of the steps up to it.</param>
    /// <param name="step">Steps ahead, from 0.</param>
    /// <param name="share">The chance, above 0 and below 1.</param>
    /// <param name="ofSum">Whether the sum up to the step is meant.</param>
    public double Quantile(double expected, int step, double share, bool ofSum = false)
    {
        var count = own.Count(step, ofSum);
        var trust = count == 0 ? 0 : count / (count + poolWeight);
        var error = (trust * own.Quantile(step, Widened(share, count), ofSum)) + ((1 - trust) * alike.Quantile(step, share, ofSum));
        return Math.Max(0, ((1 + expected) * Math.Exp(error)) - 1);
    }

    // Of n values the extremes stand at 1 / (n + 1) and n / (n + 1) of the distribution, not at 0 and 1.
    private static double Widened(double share, int count) =>
        count < 2 ? share : Math.Clamp(((share * (count + 1)) - 1) / (count - 1), 0, 1);
}
