using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Popularity;

namespace BundleFunctions.Training.Tests.Models.Popularity;

public sealed class GlobalPersonalTopTests : RecommenderContract
{
    protected override IRecommenderTrainer Trainer { get; } = new GlobalPersonalTopTrainer();

    protected override bool Personal => false;

    [Fact]
    public void Score_History_OwnItemsFirstThenPopularOnes()
    {
        var model = Train(Checkerboard.Of([[0, 3], [0, 3], [3], [2]], 5));
        var scores = Scores(model, [new Query([1, 2]) { History = [[1], [1, 2], [2]] }]);
        Enumerable.Range(0, 5).OrderByDescending(item => scores[item]).ShouldBe([2, 1, 3, 0, 4]);
        scores[4].ShouldBe(0);
    }

    [Fact]
    public void Train_Histories_CountsBaskets()
    {
        var data = Checkerboard.Of([[0, 1], [1]], 2) with { Histories = [[[0], [0, 1], [0]], [[1]]] };
        Scores(Train(data), [new Query([])]).ShouldBe([0.99f * 0.75f, 0.99f * 0.5f]);
    }
}
