using BundleFunctions.Associations;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.KernelRidge;

namespace BundleFunctions.Training.Tests.Models.KernelRidge;

public sealed class KernelRidgeTests : RecommenderContract
{
    protected override IRecommenderTrainer Trainer { get; } = new KernelRidgeTrainer(new KernelRidgeOptions { Ridge = 1 });

    [Fact]
    public void Score_WorkedExample_IsTheFormula()
    {
        // Two rows without a common item: K = 0.49 times one, so a row says 0.49 / (0.49 + 0.49) = 1/2 of itself and nothing of the other.
        var model = Train(Checkerboard.Of([[0, 1], [2]], 3));
        Scores(model, [new Query([0, 1]) { Row = 0 }]).ShouldBe([0.5f, 0.5f, 0], 1e-6);

        // Item 0 alone is 1/sqrt 2 like row 0.
        Scores(model, [new Query([0])])[1].ShouldBe((float)(0.5 / Math.Sqrt(2)), 1e-6f);
    }

    [Fact]
    public void Score_RowsOfOneTaste_LearnFromPartsAlone()
    {
        // Rows 0..3 took part 0 and item 0, rows 4..7 part 1 and item 1; row 8 took part 1 and no item yet.
        var rows = Checkerboard.Of([.. Enumerable.Range(0, 9).Select(row => row == 8 ? Array.Empty<int>() : [row / 4])], 2).Rows;
        var known = Checkerboard.Of([.. Enumerable.Range(0, 9).Select(row => new[] { row < 4 ? 0 : 1 })], 2).Rows;
        var model = Train(new TrainingData(rows) { Parts = new PartData(new SparseMatrix([0, 0, 0], [], [], 2), known) });
        var scores = Scores(model, [new Query([]) { Row = 8 }]);
        scores[1].ShouldBeGreaterThan(0);
        scores[0].ShouldBe(0);
    }

    [Fact]
    public void Score_MoreRowsThanMaySpeak_TheNewestDo()
    {
        var model = new KernelRidgeTrainer(new KernelRidgeOptions { MaxRows = 1 }).Train(
            Checkerboard.Of([[0, 1], [0, 2], []], 3), Context, CancellationToken.None);
        var scores = Scores(model, [new Query([0])]);
        scores[1].ShouldBe(0);
        scores[2].ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Load_OtherOptions_Refuses()
    {
        var saved = Train(Checkerboard.Data).Save();
        Should.Throw<InvalidModelException>(() => new KernelRidgeTrainer(new KernelRidgeOptions { Ridge = 2 }).Load(saved)).Message.ShouldContain("ridge=2");
    }

    [Theory]
    [InlineData(0, 1, "kernelRidge.ridge is 0; expected a number above 0.")]
    [InlineData(1, 0, "kernelRidge.maxRows is 0; expected 1..20000.")]
    public void Validate_OutOfRange_SaysWhatIsExpected(double ridge, int maxRows, string expected) =>
        new KernelRidgeOptions { Ridge = ridge, MaxRows = maxRows }.Validate().ShouldBe(expected);
}
