using BundleFunctions.Bandits;
using BundleFunctions.Core.Tests.Statistics;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Core.Tests.Bandits;

/// <summary>Off-policy estimates against a world whose truth is known: two kinds of visitors, four bundles, margins that vary a lot.</summary>
public sealed class OffPolicyTests
{
    private const int Runs = 1000;
    private const int Choices = 2000;

    private static readonly double[][] Rates = [[0.05, 0.10, 0.20, 0.08], [0.12, 0.06, 0.04, 0.15]];
    private static readonly double[] Margins = [30, 20, 12, 25];
    private static readonly double[][] Logging = [[0.4, 0.3, 0.2, 0.1], [0.25, 0.25, 0.25, 0.25]];
    private static readonly double[][] Target = [[0.05, 0.15, 0.7, 0.1], [0.2, 0.1, 0.1, 0.6]];

    private static double Truth => Enumerable.Range(0, 2).Sum(kind => 0.5 * Enumerable.Range(0, 4).Sum(arm => Target[kind][arm] * Value(kind, arm)));

    [Fact]
    public void Of_ThousandLogs_CoverTheTrueValueOfThePolicy()
    {
        var (ips, snips, robust) = (0, 0, 0);
        var (meanSnips, meanRobust) = (0.0, 0.0);
        for (var run = 0; run < Runs; run++)
        {
            var estimates = OffPolicyEstimates.Of(Log(new SeededRandom((ulong)run), modelError: 0.7));
            ips += estimates.Ips.Covers(Truth) ? 1 : 0;
            snips += estimates.Snips.Covers(Truth) ? 1 : 0;
            robust += estimates.DoublyRobust.Covers(Truth) ? 1 : 0;
            (meanSnips, meanRobust) = (meanSnips + (estimates.Snips.Value / Runs), meanRobust + (estimates.DoublyRobust.Value / Runs));
        }

        Figures.Check("IPS covers the true value, 1,000 logs", 100.0 * ips / Runs, 0.5);
        Figures.Check("SNIPS covers the true value, 1,000 logs", 100.0 * snips / Runs, 0.5);
        Figures.Check("doubly robust covers the true value, 1,000 logs", 100.0 * robust / Runs, 0.5);
        (ips / (double)Runs).ShouldBeGreaterThanOrEqualTo(0.93, "IPS");
        (snips / (double)Runs).ShouldBeGreaterThanOrEqualTo(0.93, "SNIPS");
        (robust / (double)Runs).ShouldBeGreaterThanOrEqualTo(0.93, "doubly robust");
        meanSnips.ShouldBe(Truth, 0.02 * Truth);
        meanRobust.ShouldBe(Truth, 0.02 * Truth);
    }

    [Fact]
    public void Of_GoodModel_DoublyRobustIsNarrower()
    {
        var estimates = OffPolicyEstimates.Of(Log(new SeededRandom(77), modelError: 1));

        Width(estimates.DoublyRobust).ShouldBeLessThan(Width(estimates.Ips));
        estimates.EffectiveChoices.ShouldBeInRange(1, Choices);

        static double Width(BundleFunctions.Statistics.Estimate estimate) => estimate.High - estimate.Low;
    }

    [Fact]
    public void Of_TheSamePolicy_IsThePlainMean()
    {
        LoggedChoice[] choices = [new(0.5, 0.5, 1), new(0.5, 0.5, 3), new(0.2, 0.2, 5)];

        var estimates = OffPolicyEstimates.Of(choices);

        (estimates.Ips.Value, estimates.Snips.Value, estimates.DoublyRobust.Value).ShouldBe((3, 3, 3));
        estimates.EffectiveChoices.ShouldBe(3, 1e-12);
    }

    [Fact]
    public void Of_NoPropensity_IsRefused()
    {
        Should.Throw<ArgumentException>(() => OffPolicyEstimates.Of([]));
        Should.Throw<ArgumentException>(() => OffPolicyEstimates.Of([new LoggedChoice(0, 1, 1)]));
    }

    private static double Value(int kind, int arm) => Rates[kind][arm] * Margins[arm];

    private static List<LoggedChoice> Log(SeededRandom random, double modelError)
    {
        var choices = new List<LoggedChoice>(Choices);
        for (var i = 0; i < Choices; i++)
        {
            var kind = random.NextInt32(2);
            var arm = ThompsonSampling.Choose(Logging[kind], random.NextDouble());
            var reward = random.NextBool(Rates[kind][arm]) ? random.NextExponential(Margins[arm]) : 0;
            choices.Add(new LoggedChoice(
                Logging[kind][arm],
                Target[kind][arm],
                reward,
                modelError * Value(kind, arm),
                Enumerable.Range(0, 4).Sum(other => Target[kind][other] * modelError * Value(kind, other))));
        }

        return choices;
    }
}
