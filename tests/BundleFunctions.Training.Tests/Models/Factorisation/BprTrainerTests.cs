using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Factorisation;

namespace BundleFunctions.Training.Tests.Models.Factorisation;

public sealed class BprTrainerTests : RecommenderContract
{
    private static readonly BprOptions Options = new() { Rank = 32, LearningRate = .1, Iterations = 60 };

    protected override IRecommenderTrainer Trainer { get; } = new BprTrainer(Options);

    [Theory]
    [InlineData(0)]
    [InlineData(.75)]
    public void Fit_PlantedPairs_LossFallsFarBelowAGuess(double power)
    {
        var losses = new BprTrainer(Options with { NegativePower = power }).Fit(PlantedPairs.Data(40), Context, CancellationToken.None).Losses;
        losses.Count.ShouldBe(Options.Iterations);
        losses[0].ShouldBe(Math.Log(2), .01);
        losses[^1].ShouldBeLessThan(.3);
    }

    [Fact]
    public void Train_AnotherSeed_AnotherModel()
    {
        var one = Trainer.Train(Checkerboard.Data, Context, CancellationToken.None);
        var other = Trainer.Train(Checkerboard.Data, Context with { Seed = 8 }, CancellationToken.None);
        Scores(other, Checkerboard.Queries).ShouldNotBe(Scores(one, Checkerboard.Queries));
    }

    [Fact]
    public void Train_LearningRateFarTooHigh_ThrowsAndNamesTheIteration()
    {
        var trainer = new BprTrainer(Options with { LearningRate = 1e6 });
        Should.Throw<DivergedException>(() => trainer.Train(Checkerboard.Data, Context, CancellationToken.None)).Message.ShouldContain("iteration 1");
    }

    [Fact]
    public void Score_NothingIsKnown_AllZero() => Scores(Train(Checkerboard.Data), [new Query([])]).ShouldAllBe(score => score == 0);

    [Fact]
    public void New_OptionOutOfRange_Refuses() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new BprTrainer(Options with { Rank = 0 })).Message.ShouldContain("Rank");
}
