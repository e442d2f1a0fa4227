namespace BundleFunctions.Numerics.Statistics;

/// <summary>The standard normal distribution.</summary>
public static class NormalDistribution
{
    private const double InverseSqrtTau = 0.398942280401432677939946;

    public static double Density(double x) => InverseSqrtTau * Math.Exp(-0.5 * x * x);

    /// <summary>P(X at most x), to about 1e-15. Within 6 of the mean by the series
    /// <c>1/2 + density(x) (x + x^3/3 + x^5/(3 5) + ...)</c>, whose terms all have one sign (Marsaglia 2004); beyond, by the continued
    /// fraction of Mills' ratio (DLMF 7.9.2).</summary>
    public static double Cdf(double x)
    {
        if (Math.Abs(x) > 6)
        {
            var tail = Density(x) / MillsDenominator(Math.Abs(x));
            return x < 0 ? tail : 1 - tail;
        }

        var (sum, term) = (x, x);
        for (var odd = 3; Math.Abs(term) > 1e-18 * Math.Abs(sum); odd += 2)
        {
            term *= x * x / odd;
            sum += term;
        }

        return 0.5 + (sum * Density(x));
    }

    private static double MillsDenominator(double x)
    {
        var value = x;
        for (var k = 60; k >= 1; k--)
        {
            value = x + (k / value);
        }

        return value;
    }
}
