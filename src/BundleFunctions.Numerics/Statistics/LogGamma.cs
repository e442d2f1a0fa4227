namespace BundleFunctions.Numerics.Statistics;

/// <summary>The logarithm of the gamma function: Stirling's series (DLMF 5.11.1), reached from small arguments by
/// <c>ln G(x) = ln G(x + 1) - ln x</c>.</summary>
public static class LogGamma
{
    private static readonly double HalfLogTau = 0.5 * Math.Log(2 * Math.PI);

    /// <param name="x">Above 0.</param>
    public static double Of(double x)
    {
        var shift = 0.0;
        while (x < 12)
        {
            shift -= Math.Log(x);
            x++;
        }

        var square = 1 / (x * x);
        var series = ((((((-691.0 / 360360 * square) + (1.0 / 1188)) * square - (1.0 / 1680)) * square + (1.0 / 1260)) * square - (1.0 / 360)) * square
            + (1.0 / 12)) / x;
        return shift + ((x - 0.5) * Math.Log(x)) - x + HalfLogTau + series;
    }
}
