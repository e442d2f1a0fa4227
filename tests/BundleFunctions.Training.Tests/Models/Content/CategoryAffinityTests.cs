using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Content;

namespace BundleFunctions.Training.Tests.Models.Content;

public sealed class CategoryAffinityTests : RecommenderContract
{
    protected override IRecommenderTrainer Trainer { get; } = new CategoryAffinityTrainer(new CategoryAffinityOptions { Prior = 1 });

    // Colours of the checkerboard; elsewhere each item is a category of its own, so that affinity is that of items.
    protected override TrainingData Complete(TrainingData data) => data with
    {
        Content = [.. Enumerable.Range(0, data.Items).Select(item => ItemContent.Of("thing", data.Items == 50 ? $"field/{item % 2}" : $"things/{item}"))],
    };

    [Fact]
    public void Score_ItemsOfNoRow_AreRankedByTheirCategories()
    {
        // Phones go with cases and never with phones; items 4 (a case) and 5 (a kettle) stand in no row.
        string[] categories = ["a/phones", "a/phones", "b/cases", "b/cases", "c/cases", "d/kettles"];
        var data = Checkerboard.Of([[0, 2], [1, 3]], 6) with { Content = [.. categories.Select(category => ItemContent.Of("x", category))] };
        var model = new CategoryAffinityTrainer(new CategoryAffinityOptions { Prior = 2 }).Train(data, Context, CancellationToken.None);
        var scores = Scores(model, [new Query([0])]);

        // Two pairs (phones, cases); half of the items are cases: ln(1 + 2 / (2 x .5)).
        var expected = (float)Math.Log(3);
        scores.Select(score => Math.Round(score, 5)).ShouldBe(new[] { 0, 0, expected, expected, expected, 0 }.Select(score => Math.Round(score, 5)));
    }
}
