using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Blend;
using BundleFunctions.Training.Tests.Evaluation;

namespace BundleFunctions.Training.Tests.Models.Blend;

/// <summary>One case is too little to learn weights from and to judge them by another: what is left is to choose.</summary>
public sealed class BlendFitTests
{
    private const int Items = 40;

    // The answer is item 1; each part sets another item above it.
    private static readonly FormulaModel First = new(Items, (_, item) => item switch { 1 => 1, 2 => 1.1f, _ => 0 });
    private static readonly FormulaModel Second = new(Items, (_, item) => item switch { 1 => 1, 3 => 1.1f, _ => 0 });
    private static readonly FormulaModel Wrong = new(Items, (_, item) => item is 1 ? 0 : item);

    [Fact]
    public void Fit_PartsThatAreBetterTogether_AddsThemUp() => Levels(First, Second).ShouldBe([1, 1]);

    [Fact]
    public void Fit_PartThatSpoilsAnother_LeavesItOut() => Levels(Wrong, First).ShouldBe([0, 1]);

    private static double[] Levels(params IRecommender[] parts)
    {
        var task = new RankingTask("one", PlantedPairs.Data(Items), [new RankingCase(new Query([0]), [1])]);
        var weights = BlendFit.Fit(parts, task, new BlendOptions(), new TrainingContext(1, 1), CancellationToken.None);
        return [.. parts.Select((_, part) => weights.Of(QueryRegime.Of(task.Cases[0].Query, weights.Warm), part)[0])];
    }
}
