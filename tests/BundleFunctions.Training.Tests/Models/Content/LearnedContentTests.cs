using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Content;

namespace BundleFunctions.Training.Tests.Models.Content;

public sealed class LearnedContentTests : RecommenderContract
{
    protected override IRecommenderTrainer Trainer { get; } = new LearnedContentTrainer(new LearnedContentOptions { Topics = 4, MaxCases = 100, Shrinkage = 0.01 });

    // Words that say what the data hold: fifty items are the checkerboard's two colours, all others pairs.
    protected override TrainingData Complete(TrainingData data) => data with
    {
        Content = [.. Enumerable.Range(0, data.Items).Select(item => data.Items == 50
            ? ItemContent.Of(item % 2 == 0 ? "white field" : "black field", "board/squares")
            : ItemContent.Of($"thing pair{item / 2:D2}", "shop"))],
    };

    [Fact]
    public void Train_RowsOfOneCategory_WeighsCategoriesAboveTitles()
    {
        // Titles mislead: each word stands in every category, and rows are of one category each.
        string[] words = ["red", "blue", "green", "black", "white"];
        var content = Enumerable.Range(0, 100).Select(item => ItemContent.Of(words[item / 20], $"shop/kind{(item % 20) + 100}")).ToArray();
        int[][] rows = [.. Enumerable.Range(0, 18).Select(kind => Enumerable.Range(0, 5).Select(i => (i * 20) + kind).ToArray())];
        var data = Checkerboard.Of(rows, 100) with { Content = content };

        var untaught = new LearnedContentTrainer(new LearnedContentOptions { MaxCases = 0, Topics = 4 }).Train(data, Context, CancellationToken.None);
        var taught = Trainer.Train(data, Context, CancellationToken.None);

        // Item 19 stands in no row, as do its kind: 39, 59, 79 and 99. Titles alone would name 0..18.
        Top(untaught, new Query([19]), 4).ShouldBe([0, 1, 2, 3]);
        Top(taught, new Query([19]), 4).ShouldBe([39, 59, 79, 99], ignoreOrder: true);
    }

    [Fact]
    public void Score_ItemsAlikeInContent_DoNotDependOnHowOftenTheyWereSeen()
    {
        // 2 stands in every row and 3 in none; both read the same.
        string[] titles = ["lamp oak", "shade oak", "bulb warm", "bulb warm", "sofa grey", "rug wool"];
        var data = Checkerboard.Of([[0, 1, 2], [1, 2], [0, 2], [2, 4]], 6) with { Content = [.. titles.Select(title => ItemContent.Of(title, "home"))] };
        var scores = Scores(Trainer.Train(data, Context, CancellationToken.None), [new Query([0]), new Query([1, 4])]);
        scores[2].ShouldBe(scores[3], 1e-5f);
        scores[8].ShouldBe(scores[9], 1e-5f);
    }
}
