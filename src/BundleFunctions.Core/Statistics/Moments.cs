using System.Runtime.InteropServices;

namespace BundleFunctions.Statistics;

/// <summary>What is kept of many values: how many, their mean, and the sum of their squared distances from it (Welford 1962).</summary>
/// <param name="Count">Values, 0 or more.</param>
/// <param name="Mean">Their mean; 0 where there are none.</param>
/// <param name="Squares">Sum of (value - mean)^2.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Moments(long Count, double Mean, double Squares)
{
    /// <summary>The unbiased variance; 0 for fewer than two values.</summary>
    public double Variance => Count < 2 ? 0 : Squares / (Count - 1);

    /// <summary>The variance of the mean.</summary>
    public double MeanVariance => Count < 1 ? 0 : Variance / Count;

    public Moments Add(double value)
    {
        var count = Count + 1;
        var mean = Mean + ((value - Mean) / count);
        return new Moments(count, mean, Squares + ((value - Mean) * (value - mean)));
    }
}
