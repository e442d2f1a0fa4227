using BundleFunctions.Numerics.Dense;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Linear;

namespace BundleFunctions.Training.Tests.Models.Linear;

public sealed class EaseTrainerTests
{
    private const int Items = 17;

    private static readonly TrainingContext Context = new(Threads: 2, Seed: 1);
    private static readonly SparseMatrix Rows = RandomRows(400, 1);

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void Train_AllItemsDense_EqualsEachItemsOwnRidgeRegression(double lambdaPower)
    {
        var options = new EaseOptions { Lambda = 20, LambdaPower = lambdaPower };
        var weights = Dense(Train(options, new WeightedRows(Rows, 1)));

        for (var target = 0; target < Items; target++)
        {
            ShouldBeNear(Column(weights, target), Regression(options, target), 1e-5);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void Train_LocalInputsForAll_EqualsTheDenseInverseInTheTail(int denseItems)
    {
        // Every pair of items shares a row here, so that no input is missing where all are allowed.
        var options = new EaseOptions { Lambda = 20, DenseItems = denseItems, LocalInputs = Items };
        var found = Dense(Train(options, new WeightedRows(Rows, 1)));
        var expected = Dense(Train(new EaseOptions { Lambda = 20 }, new WeightedRows(Rows, 1)));

        var tail = Rows.Transpose();
        foreach (var target in Enumerable.Range(0, Items).OrderByDescending(item => tail.ColumnsOf(item).Length).ThenBy(item => item).Skip(denseItems))
        {
            ShouldBeNear(Column(found, target), Column(expected, target), 1e-5);
        }
    }

    [Fact]
    public void Train_StackedBlocks_CountsEachByItsWeight()
    {
        var (other, options) = (RandomRows(100, 2), new EaseOptions { Lambda = 20 });

        var found = Dense(Train(options, new WeightedRows(Rows, 1), new WeightedRows(other, 2)));
        var expected = Dense(Train(options, new WeightedRows(other, 1), new WeightedRows(Rows, 1), new WeightedRows(other, 1)));

        ShouldBeNear(found, expected, 1e-5);
        Dense(Train(options, new WeightedRows(Rows, 1), new WeightedRows(other, 0))).Values
            .ShouldBe(Dense(Train(options, new WeightedRows(Rows, 1))).Values);
    }

    [Fact]
    public void Train_ABlockOverOtherItems_Refuses() =>
        Should.Throw<ArgumentException>(() => Train(new EaseOptions(), new WeightedRows(new SparseMatrix([0], [], [], 3), 1)))
            .Message.ShouldStartWith("A block is over 3 items; expected 17.");

    [Theory]
    [InlineData(100)]
    [InlineData(5)]
    public void Train_FewNeighbours_KeepsTheGreatestOfEachItem(int denseItems)
    {
        var options = new EaseOptions { Lambda = 20, DenseItems = denseItems, LocalInputs = Items };
        var all = Dense(Train(options, new WeightedRows(Rows, 1)));
        var few = Dense(Train(options with { Neighbours = 4 }, new WeightedRows(Rows, 1)));

        for (var target = 0; target < Items; target++)
        {
            var column = Column(all, target);
            var least = column.Select(Math.Abs).OrderDescending().ElementAt(3);
            Column(few, target).ShouldBe(column.Select(value => Math.Abs(value) >= least ? value : 0));
        }
    }

    [Fact]
    public void Train_ItemsThatShareAWord_AreNeighboursWithoutAnyOrder()
    {
        ItemContent[] content = [ItemContent.Of("Red teacup"), ItemContent.Of("teacup, blue"), ItemContent.Of("Lamp", "Home > Light"), ItemContent.Of("Bulb", "Home > Light"), ItemContent.Unknown];
        var data = new TrainingData(new SparseMatrix([0], [], [], 5)) { Content = content };

        var weights = Dense((LinearModel)new EaseTrainer(new EaseOptions { Lambda = 1, ContentWeight = 1 }).Train(data, Context, CancellationToken.None));

        for (var i = 0; i < 5; i++)
        {
            for (var j = 0; j < 5; j++)
            {
                (weights[i, j] > 0).ShouldBe(i != j && i / 2 == j / 2, $"{i}, {j}");
            }
        }
    }

    [Fact]
    public void Train_Histories_CountsTheirBaskets()
    {
        var data = new TrainingData(Rows) { Histories = [[[1, 2], [3]], [[4, 9]]] };
        var baskets = new SparseMatrix([0, 2, 4], [1, 2, 4, 9], [1, 1, 1, 1], Items);
        var options = new EaseOptions { Lambda = 20, HistoryWeight = 3 };

        Dense((LinearModel)new EaseTrainer(options).Train(data, Context, CancellationToken.None)).Values
            .ShouldBe(Dense(Train(options, new WeightedRows(Rows, 1), new WeightedRows(baskets, 3))).Values);
    }

    [Fact]
    public void Train_NoFiniteCounts_SaysThatItDiverged()
    {
        var rows = new SparseMatrix([0, 2], [0, 1], [1e30f, 1e30f], 2);

        Should.Throw<DivergedException>(() => new EaseTrainer(new EaseOptions()).Train([new WeightedRows(rows, 1)], 2, Context, default));
        Should.Throw<DivergedException>(() => new EaseTrainer(new EaseOptions { DenseItems = 0 }).Train([new WeightedRows(rows, 1)], 2, Context, default));
    }

    [Theory]
    [InlineData(0, "ease.lambda is 0; expected a number above 0.")]
    [InlineData(double.NaN, "ease.lambda is NaN; expected a number above 0.")]
    [InlineData(0.5, null)]
    public void Validate_Lambda_MustBeAboveZero(double lambda, string? expected) =>
        new EaseOptions { Lambda = lambda }.Validate().ShouldBe(expected);

    [Fact]
    public void Validate_OutOfRange_NamesTheOption()
    {
        new EaseOptions { Neighbours = 0 }.Validate().ShouldBe("ease.neighbours is 0; expected 1 or more.");
        new EaseOptions { DenseItems = 46_001 }.Validate().ShouldBe("ease.denseItems is 46001; expected 0..46000.");
        new EaseOptions { LocalInputs = 257 }.Validate().ShouldBe("ease.localInputs is 257; expected 1..256.");
        new EaseOptions { LambdaPower = 1.5 }.Validate().ShouldBe("ease.lambdaPower is 1.5; expected -1..1.");
        new EaseOptions { HistoryWeight = -1 }.Validate().ShouldBe("ease.historyWeight is -1; expected 0 or more.");
        new EaseOptions { ContentWeight = -1 }.Validate().ShouldBe("ease.contentWeight is -1; expected 0 or more.");
    }

    private static LinearModel Train(EaseOptions options, params WeightedRows[] blocks) =>
        new EaseTrainer(options).Train(blocks, Items, Context, CancellationToken.None);

    private static SparseMatrix RandomRows(int rows, int seed)
    {
        var random = new Random(seed);
        return Checkerboard.Of(
            [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, Items).Where(item => random.Next(3 + item) < 2).ToArray())], Items).Rows;
    }

    // argmin |x_target - X b|^2 + ridge |b|^2 over all b with b_target = 0, from its normal equations.
    private static float[] Regression(EaseOptions options, int target)
    {
        var gram = new DenseMatrix(Items, Items);
        SparseGram.Add(Rows, 1, gram);
        gram.MirrorLower();
        int[] others = [.. Enumerable.Range(0, Items).Where(item => item != target)];
        var mean = Enumerable.Range(0, Items).Average(item => gram[item, item]);
        double[] matrix = [.. others.SelectMany(i => others.Select(j =>
            gram[i, j] + (i == j ? options.Lambda * Math.Pow(gram[i, i] / mean, options.LambdaPower) : 0)))];
        double[] right = [.. others.Select(i => (double)gram[i, target])];
        SmallSystem.TrySolve(matrix, right).ShouldBeTrue();
        double[] all = [.. right[..target], 0, .. right[target..]];
        return Array.ConvertAll(all, value => (float)value);
    }

    private static DenseMatrix Dense(LinearModel model)
    {
        var dense = new DenseMatrix(model.Items, model.Items);
        for (var row = 0; row < model.Items; row++)
        {
            for (var i = 0; i < model.Weights.ColumnsOf(row).Length; i++)
            {
                dense[row, model.Weights.ColumnsOf(row)[i]] = model.Weights.ValuesOf(row)[i];
            }
        }

        return dense;
    }

    private static float[] Column(DenseMatrix matrix, int column) => [.. Enumerable.Range(0, matrix.Rows).Select(row => matrix[row, column])];

    private static void ShouldBeNear(DenseMatrix found, DenseMatrix expected, double tolerance) => ShouldBeNear(found.Values, expected.Values, tolerance);

    private static void ShouldBeNear(float[] found, float[] expected, double tolerance) =>
        found.Zip(expected, (a, b) => Math.Abs((double)a - b)).ShouldAllBe(fault => fault < tolerance);
}
