using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.ItemKnn;
using BundleFunctions.Training.Models.Neighbours;

namespace BundleFunctions.Training.Tests.Models.ItemKnn;

public sealed class ItemKnnTests : RecommenderContract
{
    protected override IRecommenderTrainer Trainer { get; } = new ItemKnnTrainer(new ItemKnnOptions());

    [Fact]
    public void Train_WorkedExample_CosineIsOneHalf()
    {
        // Users' rows: item 0 is (1,0,1), item 1 (0,1,1), item 2 (1,1,0).
        var scores = Scores(Train(Checkerboard.Of([[0, 2], [1, 2], [0, 1]], 3)), [new Query([0])]);
        scores.ShouldBe([0, 0.5f, 0.5f]);
    }

    [Theory]
    [InlineData(Similarity.Cosine, 0.5, 0, false)]
    [InlineData(Similarity.Cosine, 1, 10, true)]
    [InlineData(Similarity.Jaccard, 0.5, 2, false)]
    [InlineData(Similarity.Pearson, 0.5, 0, true)]
    public void Score_PlantedPairs_EveryMeasureNamesThePartner(Similarity similarity, double asymmetry, double shrinkage, bool normalize)
    {
        var options = new ItemKnnOptions { Similarity = similarity, Asymmetry = asymmetry, Shrinkage = shrinkage, NormalizeNeighbours = normalize };
        options.Validate().ShouldBeNull();
        var model = new ItemKnnTrainer(options).Train(PlantedPairs.Data(40), Context, CancellationToken.None);
        Enumerable.Range(0, 40).Count(item => Top(model, new Query([item]), 1)[0] == (item ^ 1)).ShouldBe(40);
    }

    [Fact]
    public void Train_AdjustedCosine_TakesRowMeansOff()
    {
        // Values less their rows' means: (2,-2,0), (-1,1,0), (1,0,-1): no two items point the same way.
        var rows = new SparseMatrix([0, 3, 6, 9], [0, 1, 2, 0, 1, 2, 0, 1, 2], [5, 1, 3, 1, 3, 2, 4, 3, 2], 3);
        var options = new ItemKnnOptions { Similarity = Similarity.AdjustedCosine };
        var model = (NeighbourModel)new ItemKnnTrainer(options).Train(new TrainingData(rows), Context, CancellationToken.None);
        model.Neighbours.NonZeros.ShouldBe(0);

        var likes = new SparseMatrix([0, 3, 6], [0, 1, 2, 0, 1, 2], [5, 5, 2, 1, 1, 4], 3);
        var liked = (NeighbourModel)new ItemKnnTrainer(options).Train(new TrainingData(likes), Context, CancellationToken.None);
        liked.Neighbours.ColumnsOf(0).ToArray().ShouldBe([1]);
        liked.Neighbours.ValuesOf(0)[0].ShouldBe(1, 1e-6f);
    }

    [Fact]
    public void Train_NormalizedNeighbours_SumToOne()
    {
        var model = (NeighbourModel)new ItemKnnTrainer(new ItemKnnOptions { NormalizeNeighbours = true })
            .Train(PlantedPairs.Data(40), Context, CancellationToken.None);
        Enumerable.Range(0, 40).ShouldAllBe(item => Math.Abs(model.Neighbours.ValuesOf(item).ToArray().Sum() - 1) < 1e-5);
    }

    [Fact]
    public void Validate_OutOfRange_NamesTheOption()
    {
        new ItemKnnOptions { Neighbours = 0 }.Validate()!.ShouldContain("itemKnn.neighbours is 0");
        new ItemKnnOptions { Shrinkage = double.NaN }.Validate()!.ShouldContain("shrinkage");
        new ItemKnnOptions { Asymmetry = 1.5 }.Validate()!.ShouldContain("1.5");
    }
}
