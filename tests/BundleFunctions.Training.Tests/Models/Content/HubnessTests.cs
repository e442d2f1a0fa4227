using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Content;
using BundleFunctions.Training.Tests.Evaluation;

namespace BundleFunctions.Training.Tests.Models.Content;

public sealed class HubnessTests
{
    // Every item gives item 0 its own number, item 1 a tenth of it, and nothing to others; none is asked about itself.
    private static readonly FormulaModel Numbers = new(5, (query, item) => item switch
    {
        0 => query.Items[0],
        1 => query.Items[0] / 10f,
        2 => -1,
        _ => 0,
    });

    [Fact]
    public void Means_KnownScores_AreThoseOfTheBest()
    {
        var means = Hubness.Means(Numbers, neighbours: 2, new TrainingContext(1, 1), CancellationToken.None);

        means.ShouldBe([(4 + 3) / 2.0, (0.4 + 0.3) / 2, 0, 0, 0], 1e-6);
    }

    [Fact]
    public void Means_AnyNumberOfThreads_AreTheSame()
    {
        var model = new FormulaModel(300, (query, item) => MathF.Sin((query.Items[0] * 31) + (item * 17)));

        double[] Of(int threads) => Hubness.Means(model, neighbours: 20, new TrainingContext(threads, 1), CancellationToken.None);

        Of(8).ShouldBe(Of(1));
        Of(2).ShouldBe(Of(1));
    }

    [Fact]
    public void Means_NoItems_IsEmpty() =>
        Hubness.Means(new FormulaModel(0, (_, _) => 0), neighbours: 20, new TrainingContext(1, 1), CancellationToken.None).ShouldBeEmpty();
}
