using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Factorisation;

namespace BundleFunctions.Training.Tests.Models.Factorisation;

public sealed class IalsTrainerTests : RecommenderContract
{
    private static readonly IalsOptions Options = new() { Rank = 32, Alpha = 20, Lambda = 1, Iterations = 20 };

    protected override IRecommenderTrainer Trainer { get; } = new IalsTrainer(Options);

    [Theory]
    [InlineData(1, 8, 3)]
    [InlineData(6, 13, 3)]
    [InlineData(10, 64, 2)]
    public void Fit_WeightedRows_LossIsThatOfThePlainReference(int epochs, int rank, int steps)
    {
        var options = new IalsOptions { Rank = rank, Steps = steps, Iterations = epochs, Plateau = 0, Alpha = 4, Lambda = 2 };
        var rows = Weighted();
        var plain = new PlainIals(rows, options, Context.Seed);
        var losses = new List<double>();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            plain.Epoch();
            losses.Add(plain.LossByDefinition());
            plain.Loss().ShouldBe(losses[^1], 1e-9);
        }

        var fit = new IalsTrainer(options).Fit(new TrainingData(rows), Context, CancellationToken.None);

        fit.Losses.Count.ShouldBe(epochs);
        fit.Losses.Zip(losses).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-3 * pair.Second);
        fit.Losses.Zip(fit.Losses.Skip(1)).ShouldAllBe(pair => pair.Second < pair.First);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(.5)]
    [InlineData(1)]
    public void FoldIn_ARowOfTheTraining_ComesToItsVector(double scaling)
    {
        var rows = Weighted();
        var options = Options with { Rank = 8, Iterations = 400, Plateau = 1e-9, FrequencyScaling = scaling };
        var fit = new IalsTrainer(options).Fit(new TrainingData(rows), Context, CancellationToken.None);
        for (var row = 0; row < rows.Rows; row += 9)
        {
            var query = new Query(rows.ColumnsOf(row).ToArray()) { Weights = rows.ValuesOf(row).ToArray() };
            var folded = fit.Model.FoldIn(query);
            for (var k = 0; k < folded.Length; k++)
            {
                folded[k].ShouldBe(fit.Rows[row][k], .01f, $"row {row}, factor {k}");
            }
        }
    }

    [Fact]
    public void Fit_FrequencyScaling_ShrinksRareItemsLessThanPopularOnes()
    {
        var rows = Weighted();
        float Ratio(double scaling)
        {
            var fit = new IalsTrainer(Options with { FrequencyScaling = scaling, Lambda = 30 }).Fit(new TrainingData(rows), Context, CancellationToken.None);
            var columns = rows.Transpose();
            var byCount = Enumerable.Range(0, columns.Rows).OrderBy(item => columns.ValuesOf(item).Length).ToArray();
            float Norm(IEnumerable<int> items) => items.Sum(item =>
            {
                var norm = 0f;
                foreach (var value in fit.Model.ItemFactors[item])
                {
                    norm += value * value;
                }

                return norm;
            });
            return Norm(byCount.Take(10)) / Norm(byCount.TakeLast(10));
        }

        Ratio(1).ShouldBeGreaterThan(Ratio(0));
    }

    [Fact]
    public void Fit_Plateau_StopsBeforeTheLastIteration()
    {
        var fit = new IalsTrainer(Options with { Iterations = 500, Plateau = 1e-2 }).Fit(PlantedPairs.Data(40), Context, CancellationToken.None);
        fit.Losses.Count.ShouldBeInRange(2, 100);
        (fit.Losses[^2] - fit.Losses[^1]).ShouldBeLessThan(1e-2 * fit.Losses[^2]);
    }

    [Fact]
    public void Train_ValuesBeyondFloats_ThrowsAndNamesTheIteration()
    {
        var rows = new SparseMatrix([0, 2, 4], [0, 1, 1, 2], [1e30f, 1, 1, 1e30f], 3);
        var trainer = new IalsTrainer(Options with { Alpha = 1e30 });
        Should.Throw<DivergedException>(() => trainer.Train(new TrainingData(rows), Context, CancellationToken.None))
            .Message.ShouldContain("iteration 1");
    }

    [Fact]
    public void Train_Cancelled_Stops() => Should.Throw<OperationCanceledException>(
        () => Trainer.Train(Checkerboard.Data, Context, new CancellationToken(canceled: true)));

    [Fact]
    public void New_OptionOutOfRange_Refuses() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new IalsTrainer(Options with { Lambda = double.NaN })).Message.ShouldContain("Lambda");

    private static SparseMatrix Weighted()
    {
        var pairs = PlantedPairs.Data(40, 120).Rows;
        var random = new SeededRandom(5);
        return new SparseMatrix(
            pairs.Offsets.ToArray(), pairs.AllColumns.ToArray(), [.. Enumerable.Range(0, pairs.NonZeros).Select(_ => (float)random.NextInt32(1, 3))], 40);
    }
}
