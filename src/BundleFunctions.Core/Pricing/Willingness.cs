using System.Runtime.InteropServices;

namespace BundleFunctions.Pricing;

/// <summary>The share of consumers who would pay x or more for an item, s (x / p)^-e and at most 1, and its mean from one x to another.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Willingness
{
    private readonly double _elasticity;
    private readonly double _share;
    private readonly double _saturationLog;

    public Willingness(in ItemDemand item)
    {
        (_elasticity, _share) = (item.Elasticity, item.Share);
        _saturationLog = Math.Log(_share) / _elasticity;
        Saturation = item.Price * Math.Exp(_saturationLog);
    }

    /// <summary>The price at which everybody would buy.</summary>
    public double Saturation { get; }

    /// <summary>The share at the price x.</summary>
    /// <param name="x">The price, which may be below 0.</param>
    /// <param name="log">ln(x / p) where x is above 0.</param>
    public double At(double x, double log) => x <= Saturation ? 1 : _share * Math.Exp(-_elasticity * log);

    /// <summary>The mean share between two prices that differ.</summary>
    /// <param name="high">The higher price x, above <see cref="Saturation"/> or not, with ln(x / p) and its share.</param>
    /// <param name="low">The lower one in the same way.</param>
    public double Mean((double X, double Log, double Share) high, (double X, double Log, double Share) low)
    {
        if (high.X <= Saturation)
        {
            return 1;
        }

        // Below saturation everybody would buy; above it the integral of x^-e.
        var end = low.X < Saturation ? (X: Saturation, Log: _saturationLog, Share: 1.0) : low;
        return (Integral(high, end) + end.X - low.X) / (high.X - low.X);
    }

    // (x S(x) - y S(y)) / (1 - e), as a series where that is the difference of two numbers that are nearly the same: at e = 1 too.
    private double Integral((double X, double Log, double Share) high, (double X, double Log, double Share) low)
    {
        var rest = 1 - _elasticity;
        var span = high.Log - low.Log;
        var z = -rest * span;
        return Math.Abs(z) < 0.1
            ? high.X * high.Share * span * (1 + (z / 2 * (1 + (z / 3 * (1 + (z / 4 * (1 + (z / 5 * (1 + (z / 6))))))))))
            : ((high.X * high.Share) - (low.X * low.Share)) / rest;
    }
}
