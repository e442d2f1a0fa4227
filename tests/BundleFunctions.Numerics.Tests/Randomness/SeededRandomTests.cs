using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Numerics.Tests.Randomness;

public sealed class SeededRandomTests
{
    [Fact]
    public void NextUInt64_StateOneTwoThreeFour_MatchesTheReferenceSequence()
    {
        var random = SeededRandom.FromState(1, 2, 3, 4);

        var values = Enumerable.Range(0, 10).Select(_ => random.NextUInt64());

        values.ShouldBe([
            11520UL, 0UL, 1509978240UL, 1215971899390074240UL, 1216172134540287360UL, 607988272756665600UL,
            16172922978634559625UL, 8476171486693032832UL, 10595114339597558777UL, 2904607092377533576UL]);
    }

    [Fact]
    public void SplitMix64_Seed1234567_MatchesTheReferenceSequence()
    {
        var mixer = new SplitMix64(1234567);

        var values = Enumerable.Range(0, 5).Select(_ => mixer.Next());

        values.ShouldBe([
            6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL,
            4593380528125082431UL, 16408922859458223821UL]);
    }

    [Fact]
    public void FromState_AllZero_IsRefused()
        => Should.Throw<ArgumentException>(() => SeededRandom.FromState(0, 0, 0, 0));

    [Fact]
    public void ForStream_OtherNameIndexOrSeed_GivesOtherValues()
    {
        var firsts = new[]
        {
            SeededRandom.ForStream(7, "day", 0), SeededRandom.ForStream(7, "day", 1), SeededRandom.ForStream(7, "yad", 0),
            SeededRandom.ForStream(8, "day", 0), SeededRandom.ForStream(8, "day", 1),
        }.Select(stream => stream.NextUInt64()).ToArray();

        firsts.Distinct().Count().ShouldBe(firsts.Length);
        SeededRandom.ForStream(7, "day", 1).NextUInt64().ShouldBe(firsts[1]);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1000)]
    public void NextInt32_ManyDraws_IsUniformByChiSquare(int bound)
    {
        const int PerCell = 500;
        var random = new SeededRandom(42);
        var counts = new int[bound];
        for (var draw = 0; draw < bound * PerCell; draw++)
        {
            counts[random.NextInt32(bound)]++;
        }

        var chiSquare = counts.Sum(count => Math.Pow(count - PerCell, 2) / PerCell);

        // Five standard deviations of the chi-square with bound - 1 degrees of freedom.
        Math.Abs(chiSquare - (bound - 1)).ShouldBeLessThan(5 * Math.Sqrt(2.0 * (bound - 1)));
    }

    [Fact]
    public void NextInt32_BothEnds_AreReached()
    {
        var random = new SeededRandom(1);

        var seen = Enumerable.Range(0, 500).Select(_ => random.NextInt32(-2, 3)).ToHashSet();

        seen.Order().ShouldBe([-2, -1, 0, 1, 2, 3]);
    }

    [Fact]
    public void NextInt32_BoundBelowOne_IsRefused()
        => Should.Throw<ArgumentOutOfRangeException>(() => new SeededRandom(1).NextInt32(0));

    [Fact]
    public void NextDouble_ManyDraws_StaysInRangeWithTheRightMoments()
    {
        var random = new SeededRandom(5);
        var draws = Enumerable.Range(0, 100_000).Select(_ => random.NextDouble()).ToArray();

        draws.ShouldAllBe(value => value >= 0 && value < 1);
        draws.Average().ShouldBe(0.5, 0.005);
        draws.Average(value => (value - 0.5) * (value - 0.5)).ShouldBe(1.0 / 12, 0.002);
    }

    [Fact]
    public void NextNormal_ManyDraws_HasUnitMomentsAndTails()
    {
        var random = new SeededRandom(6);
        var draws = Enumerable.Range(0, 200_000).Select(_ => random.NextNormal()).ToArray();

        draws.Average().ShouldBe(0, 0.012);
        draws.Average(value => value * value).ShouldBe(1, 0.02);
        (draws.Count(value => value > 1.959964) / (double)draws.Length).ShouldBe(0.025, 0.002);
    }

    [Fact]
    public void NextExponential_ManyDraws_HasTheMeanAndTheMedian()
    {
        var random = new SeededRandom(8);
        var draws = Enumerable.Range(0, 200_000).Select(_ => random.NextExponential(40)).ToArray();

        draws.ShouldAllBe(value => value >= 0);
        draws.Average().ShouldBe(40, 0.5);
        (draws.Count(value => value < 40 * Math.Log(2)) / (double)draws.Length).ShouldBe(0.5, 0.006);
    }

    [Fact]
    public void Shuffle_ThreeValues_ReachesEveryOrderAlikeOften()
    {
        var random = new SeededRandom(9);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var trial = 0; trial < 60_000; trial++)
        {
            char[] letters = ['a', 'b', 'c'];
            random.Shuffle<char>(letters);
            var order = new string(letters);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        counts.Count.ShouldBe(6);
        counts.Values.ShouldAllBe(count => Math.Abs(count - 10_000) < 500);
    }
}
