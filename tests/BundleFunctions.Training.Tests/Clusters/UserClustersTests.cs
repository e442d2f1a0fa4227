using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Clusters;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Tests.Models;

namespace BundleFunctions.Training.Tests.Clusters;

public sealed class UserClustersTests
{
    private static readonly TrainingContext Context = new(Threads: 2, Seed: 3);

    [Theory]
    [InlineData(ClusterCriterion.Silhouette)]
    [InlineData(ClusterCriterion.Bic)]
    public void Find_FourPlantedClouds_FindsFour(ClusterCriterion criterion)
    {
        var found = Find(Clouds(), new ClusterOptions { Criterion = criterion, MaxClusters = 8 }, threads: 2);
        found.Centres.Length.ShouldBe(4);
        found.Tried.Count.ShouldBe(7);
        for (var cloud = 0; cloud < 4; cloud++)
        {
            Enumerable.Range(0, 200).Where(point => point % 4 == cloud).Select(point => found.ClusterOf[point]).Distinct().Count().ShouldBe(1);
        }
    }

    [Fact]
    public void Find_SparseRowsOfTwoColours_PartsThem()
    {
        var found = Find(new SparsePoints(Checkerboard.Data.Rows, unitLength: true), new ClusterOptions { MaxClusters = 4 }, threads: 2);
        found.Centres.Length.ShouldBe(2);
        found.ClusterOf.ShouldBe(Enumerable.Range(0, 50).Select(row => row % 2));
    }

    [Fact]
    public void Find_OneTwoEightThreads_SameClusters()
    {
        var expected = Find(Clouds(), new ClusterOptions(), threads: 1);
        foreach (var threads in new[] { 2, 8 })
        {
            var found = Find(Clouds(), new ClusterOptions(), threads);
            found.ClusterOf.ShouldBe(expected.ClusterOf);
            found.Centres.SelectMany(centre => centre).ShouldBe(expected.Centres.SelectMany(centre => centre));
            found.Tried.ShouldBe(expected.Tried);
        }
    }

    [Theory]
    [InlineData(ClusterCriterion.Silhouette)]
    [InlineData(ClusterCriterion.Bic)]
    public void Find_NothingOrAllTheSame_Finishes(ClusterCriterion criterion)
    {
        var options = new ClusterOptions { Criterion = criterion };
        Find(new SparsePoints(new SparseMatrix([0], [], [], 3), unitLength: true), options, threads: 2).ClusterOf.ShouldBeEmpty();
        Find(new SparsePoints(new SparseMatrix([0, 0, 0], [], [], 3), unitLength: true), options, threads: 2).ClusterOf.ShouldBe([0, 0]);
        Find(new DensePoints([1, 1, 1, 1, 1], 1), options, threads: 2).ClusterOf.ShouldBe([0, 0, 0, 0, 0]);
        Find(new DensePoints([5], 1), options, threads: 2).ClusterOf.ShouldBe([0]);
    }

    [Fact]
    public void Of_HandPoints_IsTheSilhouettesFormula()
    {
        // Points 0 and 1 against 4 and 5: a = 1, b = 4.5 or 3.5.
        var points = new DensePoints([0, 1, 4, 5], 1);
        Silhouette.Of(points, [0, 0, 1, 1], 10, Context, CancellationToken.None).ShouldBe(((3.5 / 4.5) + (2.5 / 3.5)) / 2, 1e-12);
    }

    [Fact]
    public void Of_SparseAndDense_SameGeometry()
    {
        var rows = new SparseMatrix([0, 2, 3], [0, 2, 2], [3, 4, 2], 3);
        var (sparse, dense) = (new SparsePoints(rows, unitLength: false), new DensePoints([3, 0, 4, 0, 0, 2], 3));
        sparse.Dot(0, 1).ShouldBe(dense.Dot(0, 1));
        sparse.Square(0).ShouldBe(25);
        new SparsePoints(rows, unitLength: true).Dot(0, 1).ShouldBe(0.8, 1e-12);
    }

    private static Clustering Find(IPoints points, ClusterOptions options, int threads)
    {
        options.Validate().ShouldBeNull();
        return new UserClusters(options).Find(points, Context with { Threads = threads }, CancellationToken.None);
    }

    private static DensePoints Clouds()
    {
        var random = new SeededRandom(5);
        return new DensePoints([.. Enumerable.Range(0, 200).SelectMany(point => new[]
        {
            (point % 4 / 2 * 10) + random.NextNormal(), (point % 2 * 10) + random.NextNormal(),
        })], 2);
    }
}
