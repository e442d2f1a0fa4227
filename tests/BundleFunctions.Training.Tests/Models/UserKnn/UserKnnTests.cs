using BundleFunctions.Associations;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.ItemKnn;
using BundleFunctions.Training.Models.UserKnn;

namespace BundleFunctions.Training.Tests.Models.UserKnn;

public sealed class UserKnnTests : RecommenderContract
{
    protected override IRecommenderTrainer Trainer { get; } = new UserKnnTrainer(new UserKnnOptions { Rows = 20 });

    [Fact]
    public void Score_WorkedExample_CosineIsOneHalf()
    {
        // Of (1,0,1) and (0,1,1), and of (1,0,1) and (1,1,0): each of the two rows speaks with 1/2.
        Ask(new UserKnnOptions(), [[1, 2]], new Query([0, 2])).ShouldBe([0, 0.5f, 0.5f]);
        Ask(new UserKnnOptions(), [[0, 1]], new Query([0, 2])).ShouldBe([0.5f, 0.5f, 0]);
    }

    [Fact]
    public void Score_JaccardAndPearson_AreTheirFormulas()
    {
        Ask(new UserKnnOptions { Similarity = Similarity.Jaccard }, [[1, 2]], new Query([0, 2]))[1].ShouldBe(1 / 3f, 1e-6f);

        // Over four items (1,1,0,0) and (1,1,1,0): covariance 1/2, deviations 1 and sqrt(3/4).
        var rows = Checkerboard.Of([[0, 1, 2]], 4);
        var model = new UserKnnTrainer(new UserKnnOptions { Similarity = Similarity.Pearson }).Train(rows, Context, CancellationToken.None);
        Scores(model, [new Query([0, 1])])[2].ShouldBe((float)(0.5 / Math.Sqrt(0.75)), 1e-6f);
    }

    [Fact]
    public void Score_AdjustedCosine_TakesItemMeansOff()
    {
        // Item means 3 and 3: rows are (2,-2) and (-2,2), a query of (5,1) is (2,-2).
        var rows = new SparseMatrix([0, 2, 4], [0, 1, 0, 1], [5, 1, 1, 5], 2);
        var model = new UserKnnTrainer(new UserKnnOptions { Similarity = Similarity.AdjustedCosine }).Train(new TrainingData(rows), Context, CancellationToken.None);
        Scores(model, [new Query([0, 1]) { Weights = [5, 1] }]).ShouldBe([5, 1]);
    }

    [Fact]
    public void Score_OwnRow_DoesNotSpeak() =>
        Ask(new UserKnnOptions(), [[0, 1], [0, 2]], new Query([0, 1]) { Row = 0 }).ShouldBe([0.5f, 0, 0.5f]);

    [Fact]
    public void Score_OneRowMaySpeak_TheNearestDoes() =>
        Ask(new UserKnnOptions { Rows = 1, Normalize = true }, [[0, 1, 2], [0, 2]], new Query([0])).ShouldBe([1, 0, 1]);

    [Fact]
    public void Load_OtherOptions_Refuses()
    {
        var saved = Train(Checkerboard.Data).Save();
        Should.Throw<InvalidModelException>(() => new UserKnnTrainer(new UserKnnOptions { Rows = 3 }).Load(saved)).Message.ShouldContain("rows=3");
    }

    private static float[] Ask(UserKnnOptions options, int[][] rows, Query query) =>
        Scores(new UserKnnTrainer(options).Train(Checkerboard.Of(rows, 3), Context, CancellationToken.None), [query]);
}
