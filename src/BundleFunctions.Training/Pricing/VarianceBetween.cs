using System.Runtime.InteropServices;

namespace BundleFunctions.Training.Pricing;

/// <summary>How much true values differ, beyond what the errors of their estimates explain.</summary>
public static class VarianceBetween
{
    /// <summary>An estimate with its variance and the group whose mean it is compared with.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Estimate(double Value, double Variance, int Group);

    /// <summary>The variance t at which sum((value - mean of group)² / (variance + t)) is its expectation, estimates less groups (Paule, Mandel
    /// 1982); 0 where even t = 0 leaves less.</summary>
    /// <param name="estimates">Of groups 0..<paramref name="groups"/> - 1, each with one or more.</param>
    /// <param name="groups">How many groups.</param>
    /// <returns>t, and the degrees of freedom that it was told from; 0 of these where every group has one estimate.</returns>
    public static (double Variance, int Freedom) Find(ReadOnlySpan<Estimate> estimates, int groups)
    {
        var freedom = estimates.Length - groups;
        if (freedom <= 0 || Spread(estimates, groups, 0) <= freedom)
        {
            return (0, Math.Max(0, freedom));
        }

        var (low, high) = (0.0, 1.0);
        while (Spread(estimates, groups, high) > freedom)
        {
            (low, high) = (high, 2 * high);
        }

        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Spread(estimates, groups, middle) > freedom ? (middle, high) : (low, middle);
        }

        return ((low + high) / 2, freedom);
    }

    private static double Spread(ReadOnlySpan<Estimate> estimates, int groups, double variance)
    {
        Span<double> weights = new double[groups];
        Span<double> means = new double[groups];
        foreach (var estimate in estimates)
        {
            weights[estimate.Group] += 1 / (estimate.Variance + variance);
            means[estimate.Group] += estimate.Value / (estimate.Variance + variance);
        }

        var sum = 0.0;
        foreach (var estimate in estimates)
        {
            var off = estimate.Value - (means[estimate.Group] / weights[estimate.Group]);
            sum += off * off / (estimate.Variance + variance);
        }

        return sum;
    }
}
