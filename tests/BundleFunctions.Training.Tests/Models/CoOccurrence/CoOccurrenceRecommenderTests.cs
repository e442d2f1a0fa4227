using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.CoOccurrence;
using BundleFunctions.Training.Models.Neighbours;

namespace BundleFunctions.Training.Tests.Models.CoOccurrence;

public sealed class CoOccurrenceRecommenderTests : RecommenderContract
{
    private const long Day = 86_400;

    protected override IRecommenderTrainer Trainer { get; } =
        new CoOccurrenceRecommenderTrainer(new CoOccurrenceOptions { HalfLifeDays = 400, MaxRowsPerUser = 500, Shrinkage = 1 });

    protected override TrainingData Complete(TrainingData data) => data with
    {
        Moments = [.. Enumerable.Range(0, data.Rows.Rows).Select(row => row * Day)],
        Users = [.. Enumerable.Range(0, data.Rows.Rows).Select(row => (row % 7) - 1)],
    };

    // n = 10, n_a = 4, n_b = 5, n_ab = 3.
    [Theory]
    [InlineData(AssociationMeasure.Confidence, 0.75)]
    [InlineData(AssociationMeasure.Cosine, 0.67082039324993692)]
    [InlineData(AssociationMeasure.Lift, 1.5)]
    [InlineData(AssociationMeasure.Npmi, 0.3367726468997534)]
    [InlineData(AssociationMeasure.Jaccard, 0.5)]
    [InlineData(AssociationMeasure.LogLikelihoodRatio, 1.7260924347106865)]
    public void Of_HandCounts_IsTheFormula(AssociationMeasure measure, double expected) =>
        Association.Of(measure, 3, 4, 5, 10).ShouldBe(expected, 1e-12);

    [Theory]
    [InlineData(AssociationMeasure.Confidence)]
    [InlineData(AssociationMeasure.Cosine)]
    [InlineData(AssociationMeasure.Lift)]
    [InlineData(AssociationMeasure.Npmi)]
    [InlineData(AssociationMeasure.LogLikelihoodRatio)]
    [InlineData(AssociationMeasure.Jaccard)]
    public void Score_PlantedPairs_EveryMeasureNamesThePartner(AssociationMeasure measure)
    {
        var model = Train(PlantedPairs.Data(40), new CoOccurrenceOptions { Measure = measure, MinCount = 2 });
        Enumerable.Range(0, 40).Count(item => Top(model, new Query([item]), 1)[0] == (item ^ 1)).ShouldBe(40);
        Scores(Train(Checkerboard.Of([[0, 1], [0, 1]], 2), new CoOccurrenceOptions { Measure = measure }), [new Query([0])])
            .ShouldAllBe(score => float.IsFinite(score));
    }

    [Fact]
    public void Train_RowOfAHalfLifeAgo_CountsHalf()
    {
        var data = Checkerboard.Of([[0, 1], [0, 2]], 3) with { Moments = [0, 10 * Day] };
        var model = Train(data, new CoOccurrenceOptions { Measure = AssociationMeasure.Confidence, HalfLifeDays = 10 });
        var scores = Scores(model, [new Query([0])]);
        scores[1].ShouldBe(1 / 3f, 1e-6f);
        scores[2].ShouldBe(2 / 3f, 1e-6f);
    }

    [Fact]
    public void Train_MinCountAndShrinkage_HoldRarePairsBack()
    {
        int[][] rows = [[0, 1], [0, 2], [0, 2], [0, 2]];
        var model = (NeighbourModel)Train(Checkerboard.Of(rows, 3), new CoOccurrenceOptions { Measure = AssociationMeasure.Confidence, MinCount = 2, Shrinkage = 3 });
        model.Neighbours.ColumnsOf(0).ToArray().ShouldBe([2]);
        model.Neighbours.ValuesOf(0)[0].ShouldBe(0.375f);
    }

    [Fact]
    public void Train_OneRobotWithAHundredThousandOrders_MovesNoNeighbour()
    {
        var honest = PlantedPairs.Data(40);
        int[] users = [.. Enumerable.Range(0, honest.Rows.Rows)];
        int[][] rows = [.. Enumerable.Range(0, honest.Rows.Rows).Select(row => honest.Rows.ColumnsOf(row).ToArray()), .. Enumerable.Repeat(new[] { 3, 30 }, 100_000)];
        var attacked = Checkerboard.Of(rows, 40) with { Users = [.. users, .. Enumerable.Repeat(users.Length, 100_000)] };
        var options = new CoOccurrenceOptions { Measure = AssociationMeasure.LogLikelihoodRatio, MaxRowsPerUser = 1, MinUsers = 3, Neighbours = 3 };

        var before = (NeighbourModel)Train(honest with { Users = users }, options);
        var after = (NeighbourModel)Train(attacked, options);
        for (var item = 0; item < 40; item++)
        {
            Top(after, new Query([item]), 1).ShouldBe(Top(before, new Query([item]), 1));
        }

        // Without the bounds the robot has its way.
        Top(Train(attacked, new CoOccurrenceOptions { Measure = AssociationMeasure.LogLikelihoodRatio }), new Query([3]), 1).ShouldBe([30]);
    }

    private static IRecommender Train(TrainingData data, CoOccurrenceOptions options)
    {
        options.Validate().ShouldBeNull();
        return new CoOccurrenceRecommenderTrainer(options).Train(data, Context, CancellationToken.None);
    }
}
