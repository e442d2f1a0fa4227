using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Models.Factorisation;

namespace BundleFunctions.Training.Tests.Models.Factorisation;

public sealed class NegativeSamplerTests
{
    private static readonly int[][] Rows = [[0], [0, 1], [0, 1], [0, 1], [0, 1, 2, 3]];

    [Fact]
    public void Draw_WithAPower_FollowsPopularityAmongWhatTheRowLacks()
    {
        var sampler = new NegativeSampler(Checkerboard.Of(Rows, 5).Rows, power: 1);
        var random = new SeededRandom(1);
        var counts = new int[5];
        for (var i = 0; i < 6000; i++)
        {
            counts[sampler.Draw(0, random)]++;
        }

        // Rows that hold items 1, 2, 3: four, one, one; item 4 is in none, item 0 in the row itself.
        counts[0].ShouldBe(0);
        counts[1].ShouldBeInRange(3800, 4200);
        counts[2].ShouldBeInRange(850, 1150);
        counts[4].ShouldBe(0);
    }

    [Fact]
    public void Draw_RowHoldsAllThatCanBeDrawn_GivesUp() =>
        new NegativeSampler(Checkerboard.Of(Rows, 4).Rows, power: 0).Draw(4, new SeededRandom(1)).ShouldBe(-1);
}
