using System.Runtime.InteropServices;

namespace BundleFunctions.Bandits;

/// <summary>What is believed of an arm: a density over some scale on which more is better. All posteriors that are compared are on one scale.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Posterior
{
    private readonly double _alpha;
    private readonly double _beta;
    private readonly bool _isBeta;

    private Posterior(double mode, double deviation, double mean, double alpha, double beta, bool isBeta) =>
        (Mode, Deviation, Mean, _alpha, _beta, _isBeta) = (mode, deviation, mean, alpha, beta, isBeta);

    /// <summary>Where the density is highest, on its scale.</summary>
    public double Mode { get; }

    /// <summary>How wide it is there: one over the square root of its logarithm's curvature.</summary>
    public double Deviation { get; }

    /// <summary>The expected value in the arm's own units, by which arms that do not compete are ordered.</summary>
    public double Mean { get; }

    /// <summary>Beta(alpha, beta) of a share x, on the scale ln(x / (1 - x)): there it has no poles, and the order of arms is the same.</summary>
    /// <param name="alpha">Above 0.</param>
    /// <param name="beta">Above 0.</param>
    public static Posterior Beta(double alpha, double beta) =>
        new(Math.Log(alpha / beta), Math.Sqrt((1 / alpha) + (1 / beta)), alpha / (alpha + beta), alpha, beta, isBeta: true);

    /// <summary>Normal.</summary>
    /// <param name="deviation">Above 0.</param>
    public static Posterior Normal(double mean, double deviation) => new(mean, deviation, mean, 0, 0, isBeta: false);

    /// <summary>The logarithm of the density at a point of the scale, but for a constant; 0 at the mode.</summary>
    public double LogDensity(double y)
    {
        if (!_isBeta)
        {
            var z = (y - Mode) / Deviation;
            return -0.5 * z * z;
        }

        return LogBeta(y) - LogBeta(Mode);
    }

    // alpha ln x + beta ln(1 - x) with x = 1 / (1 + e^-y); the Jacobian has taken one power off each.
    private double LogBeta(double y) => -(_alpha * SoftPlus(-y)) - (_beta * SoftPlus(y));

    private static double SoftPlus(double y) => y > 0 ? y + Math.Log(1 + Math.Exp(-y)) : Math.Log(1 + Math.Exp(y));
}
