using BundleFunctions.Associations;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Factorisation;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Tests.Models.Factorisation;

public sealed class SvdContractTests : RecommenderContract
{
    // As many directions as there are rows say each row as it is, and nothing of what it lacks: the ridge prefers the strong ones.
    protected override IRecommenderTrainer Trainer { get; } = new SvdTrainer(new SvdOptions { Rank = 20, Lambda = 50 });

    [Fact]
    public void Score_PureSvdOfAllDirections_GivesTheQueryBack()
    {
        var model = new SvdTrainer(new SvdOptions { Rank = 40 }).Train(PlantedPairs.Data(40), Context, CancellationToken.None);

        var scores = Scores(model, [new Query([3, 8]) { Weights = [1, 2] }]);

        Enumerable.Range(0, 40).ShouldAllBe(item => Math.Abs(scores[item] - (item == 3 ? 1 : item == 8 ? 2 : 0)) < 1e-4);
    }

    [Fact]
    public void Load_ShapeThatDoesNotFit_Refuses() =>
        Should.Throw<InvalidModelException>(() => Trainer.Load(new ModelArrays("svd", "f").Add("factors.shape", new[] { 2, 2 }).Add("factors", new[] { 1f })))
            .Message.ShouldContain("has 1 factors; expected finite ones for the shape 2 x 2");

    [Fact]
    public void Validate_OutOfRange_NamesTheOption()
    {
        new SvdOptions().Validate().ShouldBeNull();
        new SvdOptions { Rank = 0 }.Validate().ShouldBe("svd.rank is 0; expected 1..512.");
        new SvdOptions { Lambda = -1.5 }.Validate().ShouldBe("svd.lambda is -1.5; expected a number of 0 or more.");
        new SvdOptions { Oversampling = -1 }.Validate().ShouldBe("svd.oversampling is -1; expected 0..128.");
        new SvdOptions { PowerIterations = 21 }.Validate().ShouldBe("svd.powerIterations is 21; expected 0..20.");
    }
}
