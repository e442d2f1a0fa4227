using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Parts;

namespace BundleFunctions.Training.Tests.Models.Parts;

public sealed class PartsTests : RecommenderContract
{
    // Items of one colour, or of one pair, share a part; no row holds any by itself.
    protected override IRecommenderTrainer Trainer { get; } = new PartsTrainer(new PartsOptions());

    protected override TrainingData Complete(TrainingData data)
    {
        var isBoard = data.Items == Checkerboard.Rows.Length;
        return data with
        {
            Parts = new PartData(
                Checkerboard.Of([.. Enumerable.Range(0, data.Items).Select(item => new[] { isBoard ? item % 2 : item / 2 })], Math.Max(data.Items, 2)).Rows,
                Checkerboard.Of([.. Enumerable.Repeat(Array.Empty<int>(), data.Rows.Rows)], Math.Max(data.Items, 2)).Rows),
        };
    }

    [Fact]
    public void Score_WorkedExample_IsTheFormula()
    {
        // Parts all held by two: item 0 is {0,1}, item 1 {1,2}, item 2 {2,3}; the row has 0 and 3 by itself.
        var data = Checkerboard.Of([[1]], 3) with
        {
            Parts = new PartData(Checkerboard.Of([[0, 1], [1, 2], [2, 3]], 4).Rows, Checkerboard.Of([[0, 3]], 4).Rows),
        };
        var own = new PartsTrainer(new PartsOptions { ItemWeight = 0 }).Train(data, Context, CancellationToken.None);
        Scores(own, [new Query([1]) { Row = 0 }]).ShouldBe([0.5f, 0, 0.5f], 1e-6);
        var alike = new PartsTrainer(new PartsOptions { PartWeight = 0 }).Train(data, Context, CancellationToken.None);
        Scores(alike, [new Query([1]) { Row = 0 }]).ShouldBe([0.5f, 1, 0.5f], 1e-6);
    }

    [Fact]
    public void Score_NoParts_SaysNothing() =>
        Scores(Trainer.Train(Checkerboard.Data, Context, CancellationToken.None), [new Query([0]) { Row = 0 }]).ShouldAllBe(score => score == 0);
}
