namespace BundleFunctions.Numerics.Statistics;

/// <summary>Interval of a proportion that holds for small counts. Wilson 1927.</summary>
public static class WilsonInterval
{
    private const double Z95 = 1.959963984540054;

    /// <summary>Lower end of the 95 % interval; 0..1, and 0 where there was no trial.</summary>
    /// <param name="successes">0..<paramref name="trials"/>.</param>
    /// <param name="trials">0 or more.</param>
    public static double Lower95(int successes, int trials)
    {
        if (trials == 0)
        {
            return 0;
        }

        var z2 = Z95 * Z95;
        var p = (double)successes / trials;
        var centre = p + (z2 / (2.0 * trials));
        var spread = Z95 * Math.Sqrt(((p * (1 - p)) + (z2 / (4.0 * trials))) / trials);
        return Math.Max(0, (centre - spread) / (1 + (z2 / trials)));
    }
}
