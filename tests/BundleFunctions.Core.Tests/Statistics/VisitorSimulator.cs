using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Core.Tests.Statistics;

/// <summary>Visitors whose truth is known: most buy nothing, those who buy differ a lot in what they spend, and who bought before buys again.</summary>
internal sealed class VisitorSimulator(ulong seed)
{
    private const double Conversion = 0.12;
    private const double LogMean = 3;
    private const double LogDeviation = 0.8;

    private readonly SeededRandom _random = new(seed);

    /// <summary>Mean margin of a visitor without any effect: the conversion times the mean of a lognormal.</summary>
    public static double BaseMargin { get; } = Conversion * Math.Exp(LogMean + (LogDeviation * LogDeviation / 2));

    /// <summary>A visitor's margin before the period and in it.</summary>
    /// <param name="lift">How many times as often such a visitor buys, 0 or more; so the true effect on the mean margin is (lift - 1) x
    /// <see cref="BaseMargin"/>.</param>
    public (double Prior, double Margin) Draw(double lift = 1)
    {
        // Keenness has mean 1 and makes both periods alike.
        var keenness = 2 * _random.NextDouble();
        return (Spend(keenness), Spend(keenness * lift));
    }

    public bool Flip(double probability) => _random.NextBool(probability);

    private double Spend(double keenness) => _random.NextBool(Conversion * keenness) ? Math.Exp(LogMean + (LogDeviation * _random.NextNormal())) : 0;
}
