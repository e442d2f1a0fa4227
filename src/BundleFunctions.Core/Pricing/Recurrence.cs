namespace BundleFunctions.Pricing;

/// <summary>Points that fill the unit cube evenly: x_k = frac(1/2 + k g^-(j+1)), where g solves g^(d+1) = g + 1. M. Roberts, "The unreasonable
/// effectiveness of quasirandom sequences", 2018.</summary>
internal static class Recurrence
{
    // Generalised golden ratios for 1 to 5 dimensions.
    private static readonly double[] Ratios =
        [1.6180339887498949, 1.3247179572447460, 1.2207440846057596, 1.1673039782614187, 1.1347241384015194];

    private static readonly double[][] Steps = [.. Ratios.Select((ratio, d) => Enumerable.Range(1, d + 1).Select(j => Math.Pow(ratio, -j)).ToArray())];

    /// <summary>Coordinate <paramref name="dimension"/> (from 0) of point <paramref name="k"/> (from 0) in <paramref name="dimensions"/> dimensions, 1..5; 0..1.</summary>
    public static double Point(int k, int dimension, int dimensions)
    {
        var x = 0.5 + ((k + 1) * Steps[dimensions - 1][dimension]);
        return x - Math.Floor(x);
    }
}
