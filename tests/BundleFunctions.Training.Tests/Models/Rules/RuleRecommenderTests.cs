using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Rules;

namespace BundleFunctions.Training.Tests.Models.Rules;

public sealed class RuleRecommenderTests : RecommenderContract
{
    protected override IRecommenderTrainer Trainer { get; } = new RuleTrainer(new RuleOptions { MinCount = 3 });

    [Fact]
    public void Score_WholeAntecedentInTheQuery_TakesTheBestRule()
    {
        // {0,1} is followed by 2 always, 0 alone in 2 of 4 and 1 alone in 2 of 3 rows.
        var data = Checkerboard.Of([[0, 1, 2], [0, 1, 2], [0, 3], [0], [1]], 4);
        var model = new RuleTrainer(new RuleOptions { MinCount = 1 }).Train(data, Context, CancellationToken.None);
        Scores(model, [new Query([0, 1]), new Query([0]), new Query([1]), new Query([])])
            .Where((_, i) => i % 4 == 2).ShouldBe([1f, 0.5f, 2 / 3f, 0f]);
    }

    [Theory]
    [InlineData(RuleMeasure.Lift)]
    [InlineData(RuleMeasure.Leverage)]
    public void Score_PlantedPairs_OtherMeasuresNameThePartner(RuleMeasure measure)
    {
        var model = new RuleTrainer(new RuleOptions { MinCount = 10, Measure = measure }).Train(PlantedPairs.Data(40), Context, CancellationToken.None);
        Enumerable.Range(0, 40).Count(item => Top(model, new Query([item]), 1)[0] == (item ^ 1)).ShouldBe(40);
    }
}
