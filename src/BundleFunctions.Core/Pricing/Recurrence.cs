namespace BundleFunctions.Pricing;

/// <summary>Points that fill the unit cube evenly: x_k = frac(1/2 + k g^-(j+1)), where g solves g^(d+1) = g + 1. M. Roberts, "The unreasonable
/// effectiveness of quasirandom sequences", 2018.</summary>
internal static class Recurrence
{
    // Generalised golden ratios for 1 to 5 dimensions.
    private static readonly double[] Ratios =
        [1.6180339887498949, 1.3247179572447460, 1.2207440846057596, 1.1673039782614187, 1.1347241384015194];

    /// <summary>Coordinate <paramref name="dimension"/> (from 0) of point <paramref name="k"/> in <paramref name="dimensions"/> dimensions, 1..5; 0..1.</summary>
    public static double Point(int k, int dimension, int dimensions)
    {
        var step = 1.0;
        for (var j = 0; j <= dimension; j++)
        {
            step /= Ratios[dimensions - 1];
        }

        var x = 0.5 + (k * step);
        return x - Math.Floor(x);
    }
}
