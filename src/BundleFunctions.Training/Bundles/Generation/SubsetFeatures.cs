using System.Numerics;

namespace BundleFunctions.Training.Bundles.Generation;

/// <summary>The columns by which a set of a session's items is judged as a bundle.</summary>
internal static class SubsetFeatures
{
    /// <summary>Sixteen columns: whether it is the whole session, all but one, or a pair of more; its share; log-odds of the mean and of the
    /// least pair within, of the item that fits the others least, of the mean pair across its border, and of the item outside that fits
    /// best; the second and fifth of these for the whole session alone; its size where it is the whole; sizes; and two margins: mean within, and worst
    /// item within, against the best item outside.</summary>
    /// <param name="pairs">Probability that two items stand in one bundle, above 0 and below 1.</param>
    /// <param name="items">Items of the session.</param>
    /// <param name="mask">The set: two bits or more.</param>
    public static double[] Of(double[,] pairs, int items, uint mask)
    {
        var size = BitOperations.PopCount(mask);
        var (within, least, worst) = Inside(pairs, items, mask, size);
        var (across, best) = Outside(pairs, items, mask, size);
        var (whole, rest) = (size == items, items - size);
        double Odds(double p) => Math.Log(p / (1 - p));
        var (meanOdds, worstOdds) = (Odds(within), Odds(worst));
        return
        [
            whole ? 1 : 0,
            rest == 1 && items > 2 ? 1 : 0,
            size == 2 && items > 2 ? 1 : 0,
            (double)size / items,
            meanOdds,
            Odds(least),
            worstOdds,
            rest > 0 ? Odds(across) : 0,
            rest > 0 ? Odds(best) : 0,
            whole ? meanOdds : 0,
            whole ? worstOdds : 0,
            whole ? items : 0,
            Math.Log(items),
            size,
            rest > 0 ? meanOdds - Odds(best) : 0,
            worstOdds - (rest > 0 ? Odds(best) : meanOdds),
        ];
    }

    private static (double Mean, double Least, double Worst) Inside(double[,] pairs, int items, uint mask, int size)
    {
        var (sum, least, worst) = (0.0, 1.0, 1.0);
        for (var i = 0; i < items; i++)
        {
            if ((mask >> i & 1) == 0)
            {
                continue;
            }

            var own = 0.0;
            for (var j = 0; j < items; j++)
            {
                if (j != i && (mask >> j & 1) != 0)
                {
                    own += pairs[i, j];
                    least = Math.Min(least, pairs[i, j]);
                }
            }

            sum += own;
            worst = Math.Min(worst, own / (size - 1));
        }

        return (sum / (size * (size - 1)), least, worst);
    }

    private static (double Mean, double Best) Outside(double[,] pairs, int items, uint mask, int size)
    {
        var (sum, best) = (0.0, 0.0);
        for (var i = 0; i < items; i++)
        {
            if ((mask >> i & 1) != 0)
            {
                continue;
            }

            var own = 0.0;
            for (var j = 0; j < items; j++)
            {
                own += (mask >> j & 1) != 0 ? pairs[i, j] : 0;
            }

            sum += own;
            best = Math.Max(best, own / size);
        }

        return size == items ? (0, 0) : (sum / (size * (items - size)), best);
    }
}
