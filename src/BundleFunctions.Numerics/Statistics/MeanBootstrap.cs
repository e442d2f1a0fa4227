using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Numerics.Statistics;

/// <summary>Percentile interval of a mean by resampling with replacement. Efron 1979. Equal seeds resample values of equal count alike, so
/// that the intervals of two models on the same cases move together.</summary>
public static class MeanBootstrap
{
    /// <param name="values">Finite values. Of one value the interval is that value, of none it is 0..0.</param>
    /// <param name="resamples">Resamples to draw, 1 or more.</param>
    /// <param name="level">Share of the resampled means between the ends, above 0 and below 1.</param>
    /// <param name="seed">Draws the resamples.</param>
    public static Interval Of(ReadOnlySpan<double> values, int resamples, double level, ulong seed)
    {
        if (values.Length == 0)
        {
            return default;
        }

        var random = SeededRandom.ForStream(seed, "bootstrap");
        var means = new double[resamples];
        for (var b = 0; b < resamples; b++)
        {
            var sum = 0.0;
            for (var i = 0; i < values.Length; i++)
            {
                sum += values[random.NextInt32(values.Length)];
            }

            means[b] = sum / values.Length;
        }

        Array.Sort(means);
        return new Interval(Quantile.OfSorted(means, (1 - level) / 2), Quantile.OfSorted(means, (1 + level) / 2));
    }
}
