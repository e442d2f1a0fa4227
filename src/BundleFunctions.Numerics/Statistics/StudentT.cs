namespace BundleFunctions.Numerics.Statistics;

/// <summary>Student's t distribution.</summary>
public static class StudentT
{
    private const int MaxTerms = 500;

    /// <summary>Two-sided p-value of a paired t test over differences; 1 where they do not vary and are 0, 0 where they do not vary and are
    /// not, 1 for fewer than two. Student 1908.</summary>
    public static double PairedPValue(ReadOnlySpan<double> differences)
    {
        if (differences.Length < 2)
        {
            return 1;
        }

        var (mean, squares) = (0.0, 0.0);
        foreach (var difference in differences)
        {
            mean += difference / differences.Length;
        }

        foreach (var difference in differences)
        {
            squares += (difference - mean) * (difference - mean);
        }

        if (squares == 0)
        {
            return mean == 0 ? 1 : 0;
        }

        var degrees = differences.Length - 1;
        return TwoSidedPValue(mean / Math.Sqrt(squares / degrees / differences.Length), degrees);
    }

    /// <summary>P(|T| at least |t|) = I_x(degrees / 2, 1 / 2) with x = degrees / (degrees + t^2).</summary>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double TwoSidedPValue(double t, double degrees) => IncompleteBeta(degrees / 2, 0.5, degrees / (degrees + (t * t)));

    /// <summary>Regularised incomplete beta function I_x(a, b) by its continued fraction (DLMF 8.17.22), evaluated by Lentz's method.</summary>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    /// <param name="x">0..1.</param>
    public static double IncompleteBeta(double a, double b, double x)
    {
        if (x <= 0 || x >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        // The fraction converges fast below the mean only; above it the other tail is computed.
        return x > (a + 1) / (a + b + 2) ? 1 - Fraction(b, a, 1 - x) : Fraction(a, b, x);
    }

    private static double Fraction(double a, double b, double x)
    {
        const double Tiny = 1e-300;
        var front = Math.Exp(LogGamma.Of(a + b) - LogGamma.Of(a) - LogGamma.Of(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x))) / a;
        var (value, c, d) = (1.0, 1.0, 0.0);
        for (var i = 0; i <= MaxTerms; i++)
        {
            var m = i / 2;
            var term = i == 0 ? 1
                : i % 2 == 0 ? m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)))
                : -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 + (term * d);
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = 1 + (term / c);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            value *= c * d;
            if (i > 0 && Math.Abs(1 - (c * d)) < 1e-15)
            {
                break;
            }
        }

        return front * (value - 1);
    }
}
