using System.Runtime.Intrinsics;
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

        return Between(means, level);
    }

    /// <summary>Intervals of several means of as many values each: the same to the last bit as one by one, from one drawing.</summary>
    /// <param name="samples">Of equal length.</param>
    /// <inheritdoc cref="Of(ReadOnlySpan{double}, int, double, ulong)"/>
    /// <exception cref="ArgumentException">The samples are of different lengths.</exception>
    public static Interval[] OfEach(IReadOnlyList<double[]> samples, int resamples, double level, ulong seed)
    {
        var count = samples.Count == 0 ? 0 : samples[0].Length;
        if (samples.Any(values => values.Length != count))
        {
            throw new ArgumentException($"Samples of {string.Join(", ", samples.Select(values => values.Length))} values; expected equal lengths.", nameof(samples));
        }

        if (count == 0)
        {
            return new Interval[samples.Count];
        }

        var means = Enumerable.Range(0, samples.Count).Select(_ => new double[resamples]).ToArray();
        var random = SeededRandom.ForStream(seed, "bootstrap");
        var (rows, width) = SideBySide(samples, count);
        var sums = new double[width];
        for (var b = 0; b < resamples; b++)
        {
            Array.Clear(sums);
            for (var i = 0; i < count; i++)
            {
                Add(rows.AsSpan(random.NextInt32(count) * width, width), sums);
            }

            for (var s = 0; s < means.Length; s++)
            {
                means[s][b] = sums[s] / count;
            }
        }

        return Array.ConvertAll(means, own => Between(own, level));
    }

    // One row a case, so that what is drawn of all samples lies together.
    private static (double[] Rows, int Width) SideBySide(IReadOnlyList<double[]> samples, int count)
    {
        var width = (samples.Count + Vector256<double>.Count - 1) / Vector256<double>.Count * Vector256<double>.Count;
        var rows = new double[count * width];
        for (var s = 0; s < samples.Count; s++)
        {
            for (var i = 0; i < count; i++)
            {
                rows[(i * width) + s] = samples[s][i];
            }
        }

        return (rows, width);
    }

    private static void Add(ReadOnlySpan<double> row, Span<double> sums)
    {
        for (var s = 0; s < sums.Length; s += Vector256<double>.Count)
        {
            var some = sums.Slice(s, Vector256<double>.Count);
            (Vector256.Create<double>(some) + Vector256.Create(row.Slice(s, Vector256<double>.Count))).CopyTo(some);
        }
    }

    private static Interval Between(double[] means, double level)
    {
        Array.Sort(means);
        return new Interval(Quantile.OfSorted(means, (1 - level) / 2), Quantile.OfSorted(means, (1 + level) / 2));
    }
}
