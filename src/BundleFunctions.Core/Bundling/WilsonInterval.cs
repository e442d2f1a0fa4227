namespace BundleFunctions.Bundling;

/// <summary>The score interval of a share. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.</summary>
public static class WilsonInterval
{
    private const double Z = 1.959963984540054;

    /// <summary>Lower end of the 95 % interval of <paramref name="successes"/> / <paramref name="trials"/>; 0..1; 0 where there are no trials.</summary>
    /// <remarks>(p + z²/2n - z sqrt(p (1 - p) / n + z²/4n²)) / (1 + z²/n).</remarks>
    public static double LowerBound(int successes, int trials)
    {
        if (trials <= 0 || successes <= 0)
        {
            return 0;
        }

        double n = trials;
        var p = successes / n;
        var centre = p + (Z * Z / (2 * n));
        var spread = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        return Math.Max(0, (centre - spread) / (1 + (Z * Z / n)));
    }
}
