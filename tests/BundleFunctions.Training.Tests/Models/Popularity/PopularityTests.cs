using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Popularity;

namespace BundleFunctions.Training.Tests.Models.Popularity;

public sealed class PopularityTests : RecommenderContract
{
    protected override IRecommenderTrainer Trainer { get; } = new PopularityTrainer();

    protected override bool Personal => false;

    [Fact]
    public void Score_Anybody_IsTheShareOfRows() =>
        Scores(Train(Checkerboard.Of([[0, 1], [1], [1, 2], [1]], 4)), [new Query([2])]).ShouldBe([0.25f, 1, 0.25f, 0]);
}
