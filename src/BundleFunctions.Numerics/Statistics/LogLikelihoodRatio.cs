namespace BundleFunctions.Numerics.Statistics;

/// <summary>How surely two items are bought together more, or less, often than chance would have it.</summary>
public static class LogLikelihoodRatio
{
    /// <summary>Signed log-likelihood ratio of a 2 x 2 table: G2 = 2 sum k ln(k n / (row column)), negative where the two occur
    /// together less often than independence expects, 0 where exactly as often. Never NaN. Dunning 1993.</summary>
    /// <param name="together">Rows that hold both, 0..min(first, second).</param>
    /// <param name="first">Rows that hold the first item.</param>
    /// <param name="second">Rows that hold the second item.</param>
    /// <param name="total">All rows, at least first + second - together.</param>
    public static double Signed(int together, int first, int second, int total)
    {
        var sign = Math.Sign(((long)together * total) - ((long)first * second));
        if (sign == 0)
        {
            return 0;
        }

        var onlyFirst = first - together;
        var onlySecond = second - together;
        var neither = total - first - second + together;
        var g2 = 2 * (XLogX(together) + XLogX(onlyFirst) + XLogX(onlySecond) + XLogX(neither) + XLogX(total)
            - XLogX(first) - XLogX(total - first) - XLogX(second) - XLogX(total - second));

        // Rounding may leave a tiny negative where the two are almost independent.
        return sign * Math.Max(g2, 0);
    }

    /// <inheritdoc cref="Signed(int, int, int, int)"/>
    /// <remarks>Of weighted counts: rows need not count 1 each.</remarks>
    public static double Signed(double together, double first, double second, double total)
    {
        var sign = Math.Sign((together * total) - (first * second));
        if (sign == 0)
        {
            return 0;
        }

        var g2 = 2 * (XLogX(together) + XLogX(first - together) + XLogX(second - together) + XLogX(total - first - second + together)
            + XLogX(total) - XLogX(first) - XLogX(total - first) - XLogX(second) - XLogX(total - second));
        return sign * Math.Max(g2, 0);
    }

    // A difference of sums that should be 0 may come out a little below.
    private static double XLogX(double x) => x <= 0 ? 0 : x * Math.Log(x);

    private static double XLogX(int x) => x == 0 ? 0 : x * Math.Log(x);
}
