namespace BundleFunctions.Training.Bundles.MarkovNetwork;

/// <summary>Whether chains that sample one figure agree.</summary>
public static class ChainDiagnostics
{
    /// <summary>Potential scale reduction with each chain cut in two: sqrt(((n - 1)/n W + B/n) / W); 1 where all agree. Gelman and Rubin
    /// 1992; Gelman et al. 2013, 11.4. Positive infinity where every half stands still, each at another value.</summary>
    /// <param name="chains">Values of equal count, 4 or more each.</param>
    public static double SplitRHat(IReadOnlyList<IReadOnlyList<float>> chains)
    {
        var n = chains[0].Count / 2;
        var halves = chains.SelectMany(chain => new[] { Moments(chain, 0, n), Moments(chain, n, 2 * n) }).ToArray();
        var within = halves.Average(half => half.Variance);
        var mean = halves.Average(half => half.Mean);
        var between = halves.Sum(half => (half.Mean - mean) * (half.Mean - mean)) / (halves.Length - 1);
        return within > 0 ? Math.Sqrt(((n - 1.0) / n) + (between / within)) : between > 0 ? double.PositiveInfinity : 1;
    }

    /// <summary>Independent draws that would tell as much: m n / (1 + 2 sum of autocorrelations), summed in pairs while their sums are above
    /// 0. Geyer 1992. m n where nothing varies.</summary>
    public static double EffectiveSamples(IReadOnlyList<IReadOnlyList<float>> chains)
    {
        var n = chains[0].Count;
        var moments = chains.Select(chain => Moments(chain, 0, n)).ToArray();
        var variance = moments.Average(moment => moment.Variance);
        if (variance <= 0)
        {
            return (double)n * chains.Count;
        }

        var sum = 1.0;
        for (var lag = 1; lag + 1 < n; lag += 2)
        {
            var pair = Correlation(chains, moments, lag, variance) + Correlation(chains, moments, lag + 1, variance);
            if (pair <= 0)
            {
                break;
            }

            sum += 2 * pair;
        }

        return Math.Min(n * chains.Count / sum, (double)n * chains.Count);
    }

    private static double Correlation(IReadOnlyList<IReadOnlyList<float>> chains, (double Mean, double Variance)[] moments, int lag, double variance)
    {
        var sum = 0.0;
        for (var c = 0; c < chains.Count; c++)
        {
            var (chain, mean) = (chains[c], moments[c].Mean);
            for (var t = lag; t < chain.Count; t++)
            {
                sum += (chain[t] - mean) * (chain[t - lag] - mean) / chain.Count;
            }
        }

        return sum / chains.Count / variance;
    }

    private static (double Mean, double Variance) Moments(IReadOnlyList<float> chain, int from, int to)
    {
        var (mean, squares) = (0.0, 0.0);
        for (var i = from; i < to; i++)
        {
            mean += chain[i] / (double)(to - from);
        }

        for (var i = from; i < to; i++)
        {
            squares += (chain[i] - mean) * (chain[i] - mean);
        }

        return (mean, squares / Math.Max(1, to - from - 1));
    }
}
