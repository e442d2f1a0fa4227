using BundleFunctions.Numerics.Statistics;

namespace BundleFunctions.Numerics.Tests.Statistics;

public sealed class StatisticsTests
{
    // Dunning 1993, table 2: "the swiss" 110/2442/111/29114 gives -2 log lambda of 270.72.
    [Fact]
    public void Signed_DunningsBigramExample_GivesHisFigure() =>
        LogLikelihoodRatio.Signed(110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29114).ShouldBe(270.72, 0.01);

    [Fact]
    public void Signed_EverySmallTable_IsFiniteAndSignedAsLift()
    {
        for (var total = 0; total <= 9; total++)
        {
            for (var first = 0; first <= total; first++)
            {
                for (var second = 0; second <= total; second++)
                {
                    for (var together = Math.Max(0, first + second - total); together <= Math.Min(first, second); together++)
                    {
                        var value = LogLikelihoodRatio.Signed(together, first, second, total);
                        double.IsFinite(value).ShouldBeTrue();
                        Math.Sign(value).ShouldBe(Math.Sign((together * total) - (first * second)), $"{together} {first} {second} {total}");
                        value.ShouldBe(LogLikelihoodRatio.Signed(together, second, first, total), 1e-12);
                    }
                }
            }
        }
    }

    [Fact]
    public void Signed_CountsNearIntMaximum_DoNotOverflow() =>
        LogLikelihoodRatio.Signed(1_000_000_000, 1_000_000_000, 1_000_000_000, 2_000_000_000).ShouldBe(4e9 * Math.Log(2), 1e3);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 10, 0)]
    [InlineData(10, 10, 0.7225)] // n / (n + z^2)
    [InlineData(1, 10, 0.0179)]
    [InlineData(50, 100, 0.4038)]
    public void Lower95_KnownCounts_GiveWilsonsBound(int successes, int trials, double expected) =>
        WilsonInterval.Lower95(successes, trials).ShouldBe(expected, 0.0001);
}
