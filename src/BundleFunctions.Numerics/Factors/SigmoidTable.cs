using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Numerics.Factors;

/// <summary>σ(x) = 1 / (1 + e^-x) and ln(1 + e^x) by linear interpolation between tabled values: equal on every machine, and faster than an
/// exponential. Beyond |x| = 16 the ends stand for the rest. Absolute error is below 1e-6.</summary>
public static class SigmoidTable
{
    private const int Limit = 16;
    private const int PerUnit = 256;

    private static readonly float[] Sigmoids = Tabulate(x => 1 / (1 + StableMath.Exp(-x)));
    private static readonly float[] Softpluses = Tabulate(x => StableMath.Log(1 + StableMath.Exp(x)));

    /// <summary>σ(x); NaN where x is.</summary>
    public static float Sigmoid(float x) => x >= Limit ? 1 : x <= -Limit ? 0 : Interpolate(Sigmoids, x);

    /// <summary>ln(1 + e^x); NaN where x is.</summary>
    public static float Softplus(float x) => x >= Limit ? x : x <= -Limit ? 0 : Interpolate(Softpluses, x);

    private static float Interpolate(float[] table, float x)
    {
        if (float.IsNaN(x))
        {
            return x;
        }

        var place = (x + Limit) * PerUnit;
        var left = Math.Min((int)place, table.Length - 2);
        return table[left] + ((place - left) * (table[left + 1] - table[left]));
    }

    private static float[] Tabulate(Func<double, double> function) =>
        [.. Enumerable.Range(0, (2 * Limit * PerUnit) + 1).Select(i => (float)function(((double)i / PerUnit) - Limit))];
}
