using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Factorisation;

namespace BundleFunctions.Training.Tests.Models.Factorisation;

public sealed class FactorisationMachineTrainerTests : RecommenderContract
{
    private const int Groups = 4;
    private const int GroupSize = 10;

    private static readonly FactorisationMachineOptions Options = new() { Rank = 32, LearningRate = .1, Iterations = 60 };

    protected override IRecommenderTrainer Trainer { get; } = new FactorisationMachineTrainer(Options);

    [Fact]
    public void Fit_PlantedPairs_LossFallsFarBelowAGuess()
    {
        var losses = new FactorisationMachineTrainer(Options).Fit(PlantedPairs.Data(40), Context, CancellationToken.None).Losses;
        losses[0].ShouldBeLessThan(.7);
        losses[^1].ShouldBeLessThan(.3);
    }

    // Rows stay within a group of ten items; the last item of each group is in no row, and only its content says where it belongs.
    [Theory]
    [InlineData("category")]
    [InlineData("brand")]
    [InlineData("price")]
    public void Score_ItemsThatNoRowHolds_StandWithTheirLikes(string told)
    {
        var data = Grouped(told);
        var model = Train(data);
        for (var group = 0; group < Groups; group++)
        {
            int[] cold = [.. Enumerable.Range(0, Groups).Select(other => (other * GroupSize) + GroupSize - 1)];
            var own = Scores(model, [new Query([group * GroupSize, (group * GroupSize) + 3])]);
            cold.MaxBy(item => own[item]).ShouldBe(cold[group], $"asked with bought items of group {group}");

            // And asked with the cold item, what goes with its like.
            Top(model, new Query([cold[group]]), count: 3).ShouldAllBe(item => item / GroupSize == group);
        }
    }

    [Fact]
    public void Score_RowFeatures_KnowTheRowWithoutItsItems()
    {
        var trainer = new FactorisationMachineTrainer(Options with { RowFeatures = true });
        var model = trainer.Train(Checkerboard.Data, Context, CancellationToken.None);
        foreach (var row in new[] { 0, 1, 6, 13 })
        {
            Top(model, new Query([]) { Row = row }, count: 10).ShouldAllBe(item => item % 2 == row % 2);
        }
    }

    [Fact]
    public void Score_NoContext_RanksByPopularity()
    {
        var model = Train(Checkerboard.Of([.. Enumerable.Range(0, 60).Select(row => new[] { 0, 1 + (row % 3), 4 + (row % 20) })], 24));
        Top(model, new Query([]), count: 1).ShouldBe([0]);
    }

    [Fact]
    public void Train_LearningRateFarTooHigh_ThrowsAndNamesTheIteration()
    {
        var trainer = new FactorisationMachineTrainer(Options with { LearningRate = 1e6 });
        Should.Throw<DivergedException>(() => trainer.Train(Checkerboard.Data, Context, CancellationToken.None)).Message.ShouldContain("iteration 1");
    }

    private static TrainingData Grouped(string told)
    {
        var rows = Enumerable.Range(0, 200).Select(row =>
            Enumerable.Range(0, 4).Select(n => (row % Groups * GroupSize) + (((row * 5) + (n * n) + (row / 7)) % (GroupSize - 1))).Distinct().Order().ToArray());
        var content = Enumerable.Range(0, Groups * GroupSize).Select(item => item / GroupSize).Select(group => told switch
        {
            "category" => ItemContent.Of("a title", $"all > group {group}"),
            "brand" => ItemContent.Of("a title") with { Brand = $"brand {group}" },
            _ => ItemContent.Of("a title") with { Price = 10 * Math.Pow(3, group) },
        });
        return Checkerboard.Of([.. rows], Groups * GroupSize) with { Content = [.. content] };
    }
}
