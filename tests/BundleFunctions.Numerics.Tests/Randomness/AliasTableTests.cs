using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Numerics.Tests.Randomness;

public sealed class AliasTableTests
{
    [Fact]
    public void Draw_UnevenWeights_FollowsThemAndNeverDrawsAZero()
    {
        double[] weights = [5, 0, 1, 3, 0.5, 0.5];
        var table = new AliasTable(weights);
        var random = new SeededRandom(11);
        const int Draws = 200_000;
        var counts = new int[weights.Length];
        for (var draw = 0; draw < Draws; draw++)
        {
            counts[table.Draw(random)]++;
        }

        counts[1].ShouldBe(0);
        for (var i = 0; i < weights.Length; i++)
        {
            (counts[i] / (double)Draws).ShouldBe(weights[i] / 10, 0.005);
        }
    }

    [Fact]
    public void Zipf_ExponentOne_HasWeightsOfOneOverRank()
    {
        var weights = AliasTable.ZipfWeights(50, exponent: 1);

        for (var rank = 1; rank <= 50; rank++)
        {
            weights[rank - 1].ShouldBe(1.0 / rank, 1e-14);
        }
    }

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 0.0, 0.0 })]
    [InlineData(new[] { 1.0, -1.0 })]
    [InlineData(new[] { 1.0, double.NaN })]
    public void Constructor_WeightsThatAreNoDistribution_AreRefused(double[] weights)
        => Should.Throw<ArgumentException>(() => new AliasTable(weights));
}
