using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Content;
using BundleFunctions.Training.Tests.Evaluation;

namespace BundleFunctions.Training.Tests.Models.Content;

public sealed class HubsTests
{
    // Every item gives item 0 its own number, item 1 a quarter of it, and nothing to others.
    private static readonly FormulaModel Numbers = new(5, (query, item) => item switch
    {
        0 => query.Items[0],
        1 => query.Items[0] / 4f,
        2 => -1,
        _ => 0,
    });

    [Fact]
    public void Of_KnownScores_DividesByTheRootOfTheBestOnesMean()
    {
        // The best two are of items 4 and 3: 3.5 for item 0 and 0.875 for item 1, in the mean 2.1875. Of others nothing is known.
        var hubs = Hubs.Of(Numbers, neighbours: 2, power: 0.5, new TrainingContext(1, 1), CancellationToken.None);

        hubs.ShouldBe([MathF.Sqrt(3.5f / 2.1875f), MathF.Sqrt(0.875f / 2.1875f), 1, 1, 1], 1e-6f);
    }

    [Fact]
    public void Of_AnyNumberOfThreads_IsTheSame()
    {
        var model = new FormulaModel(300, (query, item) => MathF.Sin((query.Items[0] * 31) + (item * 17)));

        float[] Of(int threads) => Hubs.Of(model, neighbours: 20, power: 0.5, new TrainingContext(threads, 1), CancellationToken.None);

        Of(8).ShouldBe(Of(1));
        Of(2).ShouldBe(Of(1));
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(20, 0)]
    public void Of_NothingToHoldBack_IsOne(int neighbours, double power) =>
        Hubs.Of(Numbers, neighbours, power, new TrainingContext(1, 1), CancellationToken.None).ShouldBe([1, 1, 1, 1, 1]);

    [Fact]
    public void Of_NoItems_IsEmpty() =>
        Hubs.Of(new FormulaModel(0, (_, _) => 0), neighbours: 20, power: 0.5, new TrainingContext(1, 1), CancellationToken.None).ShouldBeEmpty();
}
