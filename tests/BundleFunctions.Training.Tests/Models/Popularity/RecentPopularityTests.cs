using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Popularity;

namespace BundleFunctions.Training.Tests.Models.Popularity;

public sealed class RecentPopularityTests : RecommenderContract
{
    private const long Day = 86_400;

    protected override IRecommenderTrainer Trainer { get; } = new RecentPopularityTrainer(new PopularityOptions { HalfLifeDays = 10 });

    protected override bool Personal => false;

    protected override TrainingData Complete(TrainingData data) =>
        data.Moments.Count > 0 ? data : data with { Moments = [.. Enumerable.Range(0, data.Rows.Rows).Select(row => 1_000_000 + (row * Day))] };

    [Fact]
    public void Score_RowOfAHalfLifeAgo_CountsHalf()
    {
        var data = Checkerboard.Of([[0], [1], [1, 2]], 3) with { Moments = [0, 10 * Day, 20 * Day] };
        var scores = Scores(Train(data), [new Query([])]);
        scores[0].ShouldBe(0.25f / 1.75f, 1e-6f);
        scores[1].ShouldBe(1.5f / 1.75f, 1e-6f);
        scores[2].ShouldBe(1 / 1.75f, 1e-6f);
    }

    [Fact]
    public void Score_RowsOfManyHalfLivesAgo_StayFiniteAndInOrder()
    {
        var data = Checkerboard.Of([[0], [1]], 2) with { Moments = [0, 100_000 * Day] };
        Scores(Train(data), [new Query([])]).ShouldAllBe(score => float.IsFinite(score) && score >= 0);
    }
}
