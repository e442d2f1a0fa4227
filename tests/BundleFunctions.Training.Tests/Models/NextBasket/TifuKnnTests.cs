using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.NextBasket;

namespace BundleFunctions.Training.Tests.Models.NextBasket;

public sealed class TifuKnnTests : RecommenderContract
{
    protected override IRecommenderTrainer Trainer { get; } = new TifuKnnTrainer(new TifuKnnOptions { Neighbours = 12 });

    [Fact]
    public void Score_OwnShareOne_IsTheUsersDecayedFrequency()
    {
        // Three baskets in groups of two: the oldest stands alone in the older group.
        var options = new TifuKnnOptions { GroupSize = 2, BasketDecay = 0.5, GroupDecay = 0.25, OwnShare = 1 };
        var model = new TifuKnnTrainer(options).Train(HistoryData.Of([[[0]]], items: 4), Context, CancellationToken.None);
        var scores = Scores(model, [new Query([0, 1, 2]) { History = [[0, 1], [1], [1, 2]] }]);
        scores.ShouldBe([0.5f * 0.25f, (0.5f * 0.25f) + (0.25f * 0.5f) + 0.25f, 0.25f, 0f]);
    }

    [Fact]
    public void Score_OwnShareZero_IsTheMeanOfTheNearest()
    {
        var options = new TifuKnnOptions { Neighbours = 2, OwnShare = 0 };
        var data = HistoryData.Of([[[0, 1]], [[0, 2]], [[3, 4, 5, 6]]], items: 7);
        var model = new TifuKnnTrainer(options).Train(data, Context, CancellationToken.None);
        Scores(model, [new Query([0])]).ShouldBe([1f, 0.5f, 0.5f, 0f, 0f, 0f, 0f]);
        Scores(model, [new Query([3, 4, 5])])[6].ShouldBe(0.5f);
    }
}
