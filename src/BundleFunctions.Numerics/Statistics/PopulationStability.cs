namespace BundleFunctions.Numerics.Statistics;

/// <summary>How far a distribution has moved: the population stability index of credit scoring, a symmetric Kullback-Leibler divergence
/// (Jeffreys 1946). By custom below 0.1 is no change, above 0.25 a great one.</summary>
public static class PopulationStability
{
    // A bin that is empty on one side alone would make the index infinite.
    private const double LeastShare = 1e-4;

    /// <summary><c>sum (a - e) ln(a / e)</c> over the shares of each bin; shares below 0.0001 count as that. 0 where either side is empty.</summary>
    /// <param name="expected">Counts a bin as they were, 0 or more.</param>
    /// <param name="actual">Counts as they are now, as many.</param>
    public static double OfCounts(ReadOnlySpan<long> expected, ReadOnlySpan<long> actual)
    {
        if (expected.Length != actual.Length)
        {
            throw new ArgumentException($"{expected.Length} bins are compared with {actual.Length}; expected as many.", nameof(actual));
        }

        var (expectedTotal, actualTotal) = (Sum(expected), Sum(actual));
        if (expectedTotal == 0 || actualTotal == 0)
        {
            return 0;
        }

        var index = 0.0;
        for (var bin = 0; bin < expected.Length; bin++)
        {
            var e = Math.Max(expected[bin] / expectedTotal, LeastShare);
            var a = Math.Max(actual[bin] / actualTotal, LeastShare);
            index += (a - e) * Math.Log(a / e);
        }

        return index;
    }

    /// <summary>The index over bins that hold equally many expected values each (fewer where many are equal).</summary>
    /// <param name="bins">2 or more.</param>
    public static double OfValues(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, int bins = 10)
    {
        if (expected.Length == 0 || actual.Length == 0)
        {
            return 0;
        }

        var sorted = expected.ToArray();
        Array.Sort(sorted);
        double[] edges = [.. Enumerable.Range(1, bins - 1).Select(i => Quantile.OfSorted(sorted, (double)i / bins)).Distinct()];
        return OfCounts(Count(expected, edges), Count(actual, edges));
    }

    private static long[] Count(ReadOnlySpan<double> values, double[] edges)
    {
        var counts = new long[edges.Length + 1];
        foreach (var value in values)
        {
            var place = Array.BinarySearch(edges, value);
            counts[place >= 0 ? place : ~place]++;
        }

        return counts;
    }

    private static double Sum(ReadOnlySpan<long> counts)
    {
        var sum = 0.0;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }
}
