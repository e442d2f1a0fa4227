namespace BundleFunctions.Statistics;

/// <summary>The standard normal distribution.</summary>
public static class Normal
{
    private const double InverseSqrtTau = 0.398942280401432677939946;

    /// <summary>P(X at most x), to about 1e-15: within 6 of the mean by a series whose terms all have one sign (Marsaglia 2004), beyond by the
    /// continued fraction of Mills' ratio (DLMF 7.9.2).</summary>
    public static double Cdf(double x)
    {
        var density = InverseSqrtTau * Math.Exp(-0.5 * x * x);
        if (Math.Abs(x) > 6)
        {
            var mills = Math.Abs(x);
            for (var k = 60; k >= 1; k--)
            {
                mills = Math.Abs(x) + (k / mills);
            }

            return x < 0 ? density / mills : 1 - (density / mills);
        }

        var (sum, term) = (x, x);
        for (var odd = 3; Math.Abs(term) > 1e-18 * Math.Abs(sum); odd += 2)
        {
            term *= x * x / odd;
            sum += term;
        }

        return 0.5 + (sum * density);
    }

    /// <summary>The x below which a share of the distribution lies, to 1e-12: by halving, for the function above rises steadily.</summary>
    /// <param name="share">Above 0 and below 1.</param>
    public static double Quantile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        var (low, high) = (-40.0, 40.0);
        while (high - low > 1e-12)
        {
            var middle = (low + high) / 2;
            (low, high) = Cdf(middle) < share ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>P(|X| at least |z|).</summary>
    public static double TwoSidedPValue(double z) => 2 * Cdf(-Math.Abs(z));
}
