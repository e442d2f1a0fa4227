using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.NextBasket;

namespace BundleFunctions.Training.Tests.Models.NextBasket;

public sealed class UpCfTests : RecommenderContract
{
    protected override IRecommenderTrainer Trainer { get; } = new UpCfTrainer(new UpCfOptions { Neighbours = 30 });

    [Fact]
    public void Score_TwoUsersWorkedByHand_IsTheFormula()
    {
        // u holds {0,1}; v = {0,1,2} last bought {2}: sim = 2 / (2^.5 3^.5); w = {1,3} last bought {3}: sim = 1 / (2^.5 2^.5) = .5.
        var options = new UpCfOptions { Asymmetry = 0.5, OwnBaskets = 2, OwnDecay = 0.5, OwnWeight = 0.1 };
        var model = new UpCfTrainer(options).Train(HistoryData.Of([[[0, 1], [2]], [[1], [3]]], items: 5), Context, CancellationToken.None);
        var v = 2 / Math.Sqrt(6);
        var total = v + 0.5;
        var expected = new[] { 0.1 * 0.25, 0.1 * 0.5, v / total, 0.5 / total, 0 };
        var scores = Scores(model, [new Query([0, 1]) { History = [[4], [0], [1]] }, new Query([0, 1]) { History = [[0], [1]] }]);
        for (var item = 0; item < 5; item++)
        {
            ((double)scores[5 + item]).ShouldBe(expected[item], 1e-6, $"item {item}");
        }
    }

    [Fact]
    public void Score_ARowOfTheData_DoesNotCountItAsItsOwnNeighbour()
    {
        var model = new UpCfTrainer(new UpCfOptions { OwnWeight = 0 }).Train(HistoryData.Of([[[0, 1]], [[1, 2]]], items: 3), Context, CancellationToken.None);
        Scores(model, [new Query([0, 1]) { Row = 0 }]).ShouldBe([0f, 1f, 1f]);
        Scores(model, [new Query([0, 1])])[0].ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void Score_RepeatOrExploreAlone_ScoresOnlyThose(double repeat, double explore)
    {
        var options = new UpCfOptions { Neighbours = 30, Split = new RepeatSplit(repeat, explore) };
        var query = Checkerboard.Queries[0];
        var scores = Scores(new UpCfTrainer(options).Train(Checkerboard.Data, Context, CancellationToken.None), [query]);
        scores.Where((_, item) => query.Items.Contains(item)).All(score => score > 0 == repeat > 0).ShouldBeTrue();
        scores.Where((_, item) => !query.Items.Contains(item)).Any(score => score > 0).ShouldBe(explore > 0);
    }
}
