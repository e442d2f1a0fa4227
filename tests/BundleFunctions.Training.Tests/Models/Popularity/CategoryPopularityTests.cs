using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Popularity;

namespace BundleFunctions.Training.Tests.Models.Popularity;

public sealed class CategoryPopularityTests : RecommenderContract
{
    protected override IRecommenderTrainer Trainer { get; } = new CategoryPopularityTrainer(new PopularityOptions { OtherCategories = 0.1 });

    protected override bool Personal => false;

    protected override TrainingData Complete(TrainingData data) => data.Content.Count > 0 ? data : data with
    {
        Content = [.. Enumerable.Range(0, data.Items).Select(item => ItemContent.Of("item", item % 2 == 0 ? ["even", "all/even"] : ["odd"]))],
    };

    [Fact]
    public void Score_HalfTheQueryInACategory_CountsHalf()
    {
        var data = Checkerboard.Of([[0, 1], [0, 1, 2], [3], [3]], 4);
        var scores = Scores(Train(data), [new Query([0, 1]), new Query([0]), new Query([])]);
        scores[0].ShouldBe(0.5f * 0.55f, 1e-6f);
        scores[4 + 2].ShouldBe(0.25f, 1e-6f);
        scores[4 + 3].ShouldBe(0.05f, 1e-6f);
        scores[8 + 3].ShouldBe(0.05f, 1e-6f);
    }

    [Fact]
    public void Score_Checkerboard_NamesTheQuerysCategory() =>
        Top(Train(Checkerboard.Data), new Query([4]), count: 20).ShouldAllBe(item => item % 2 == 0);
}
