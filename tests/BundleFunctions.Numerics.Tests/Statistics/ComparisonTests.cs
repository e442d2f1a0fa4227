using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Statistics;

namespace BundleFunctions.Numerics.Tests.Statistics;

public sealed class ComparisonTests
{
    [Fact]
    public void MeanBootstrap_ManySamples_CoversTheTrueMeanAboutAsOftenAsItSays()
    {
        var covered = Enumerable.Range(0, 400).Count(seed =>
        {
            var random = new SeededRandom((ulong)seed);
            double[] values = [.. Enumerable.Range(0, 200).Select(_ => random.NextExponential(2))];
            return MeanBootstrap.Of(values, 400, 0.95, (ulong)seed).Contains(2);
        });
        covered.ShouldBeInRange(365, 392);
    }

    [Fact]
    public void MeanBootstrap_NoneOneOrEqualValues_IsAPoint()
    {
        MeanBootstrap.Of([], 100, 0.95, 1).ShouldBe(default);
        MeanBootstrap.Of([3], 100, 0.95, 1).ShouldBe(new Interval(3, 3));
        MeanBootstrap.Of([.5, .5, .5], 100, 0.95, 1).ShouldBe(new Interval(.5, .5));
    }

    [Fact]
    public void OfEach_SeveralSamples_IsTheSameAsOneByOne()
    {
        var random = new SeededRandom(5);
        double[][] samples = [.. Enumerable.Range(0, 7).Select(s => Enumerable.Range(0, 50).Select(_ => s < 3 ? random.NextInt32(2) : random.NextNormal()).ToArray())];
        MeanBootstrap.OfEach(samples, 300, 0.95, 9).ShouldBe(samples.Select(values => MeanBootstrap.Of(values, 300, 0.95, 9)));
        MeanBootstrap.OfEach([], 300, 0.95, 9).ShouldBeEmpty();
        MeanBootstrap.OfEach([[], []], 300, 0.95, 9).ShouldBe([default, default]);
        Should.Throw<ArgumentException>(() => MeanBootstrap.OfEach([[1], [1, 2]], 300, 0.95, 9)).Message.ShouldContain("Samples of 1, 2 values");
    }

    [Fact]
    public void PairedPermutation_NoRealDifference_IsSmallNoOftenerThanItSays()
    {
        var small = Enumerable.Range(0, 400).Count(seed =>
        {
            var random = new SeededRandom((ulong)seed);
            return PairedPermutation.PValue([.. Enumerable.Range(0, 50).Select(_ => random.NextNormal())], 400, (ulong)seed) <= 0.05;
        });
        small.ShouldBeInRange(8, 32);
    }

    [Fact]
    public void PairedComparison_SameValues_IsNoDifferenceAtAll()
    {
        var comparison = PairedComparison.Of([1, 2, 3], [1, 2, 3], 500, 0.95, 1);
        comparison.ShouldBe(new PairedComparison(0, new Interval(0, 0), 1, 1, 3));
    }

    [Fact]
    public void PairedComparison_AlwaysBetterByOne_IsSureOfIt()
    {
        double[] first = [.. Enumerable.Range(0, 40).Select(i => i + 1.0)];
        double[] second = [.. Enumerable.Range(0, 40).Select(i => (double)i)];
        var comparison = PairedComparison.Of(first, second, 999, 0.95, 1);
        (comparison.Difference, comparison.Interval).ShouldBe((1, new Interval(1, 1)));
        comparison.PermutationPValue.ShouldBe(0.001, 1e-9);
        comparison.TTestPValue.ShouldBe(0);
        Should.Throw<ArgumentException>(() => PairedComparison.Of([1], [1, 2], 100, 0.95, 1)).Message.ShouldContain("1 values are paired with 2");
    }

    [Fact]
    public void PopulationStability_EmptyBins_IsFinite()
    {
        PopulationStability.OfCounts([10, 0], [0, 10]).ShouldBeInRange(10, 30);
        PopulationStability.OfCounts([0, 0], [1, 2]).ShouldBe(0);
        PopulationStability.OfValues([1, 1, 1, 1], [1, 1]).ShouldBe(0);
        PopulationStability.OfValues([1, 2, 3, 4], []).ShouldBe(0);
    }
}
