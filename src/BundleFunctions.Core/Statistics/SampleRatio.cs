namespace BundleFunctions.Statistics;

/// <summary>Whether groups have the sizes that they were meant to have. Where they do not, something lost visitors of one group more than of
/// another, and no comparison of them means anything.</summary>
public static class SampleRatio
{
    /// <summary>P-value of Pearson's chi-square over the counts, by the Wilson-Hilferty cube root (1931); 1 where nothing was counted.</summary>
    /// <param name="counts">Units a group.</param>
    /// <param name="weights">What the groups were meant to be in proportion to, above 0 each.</param>
    public static double PValue(IReadOnlyList<long> counts, IReadOnlyList<double> weights)
    {
        var (total, weight) = ((double)counts.Sum(), weights.Sum());
        if (counts.Count < 2 || total == 0)
        {
            return 1;
        }

        var square = 0.0;
        for (var i = 0; i < counts.Count; i++)
        {
            var expected = total * weights[i] / weight;
            square += (counts[i] - expected) * (counts[i] - expected) / expected;
        }

        // One degree of freedom is a squared normal; more are close to normal after the cube root.
        var degrees = counts.Count - 1;
        var spread = 2.0 / (9 * degrees);
        return degrees == 1 ? Normal.TwoSidedPValue(Math.Sqrt(square)) : Normal.Cdf((1 - spread - Math.Cbrt(square / degrees)) / Math.Sqrt(spread));
    }
}
