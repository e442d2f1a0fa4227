using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Popularity;

namespace BundleFunctions.Training.Tests.Models.Popularity;

public sealed class PersonalTopTests : RecommenderContract
{
    protected override IRecommenderTrainer Trainer { get; } = new PersonalTopTrainer();

    protected override bool Explores => false;

    [Fact]
    public void Score_History_CountsItsBaskets() =>
        Scores(Train(Checkerboard.Data), [new Query([1, 2]) { History = [[1], [1, 2]] }])[..4].ShouldBe([0, 2, 1, 0]);

    [Fact]
    public void Score_NoHistory_TakesTheQuerysWeights() =>
        Scores(Train(Checkerboard.Data), [new Query([1, 2]) { Weights = [3, 5] }])[..4].ShouldBe([0, 3, 5, 0]);
}
