using BundleFunctions.Testing;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Factorisation;
using BundleFunctions.Training.Tests.Data;
using Xunit.Abstractions;

namespace BundleFunctions.Training.Tests.Models.Factorisation;

/// <summary>Basket completion as the figures beside the data were taken, to the case: popularity .051, confidence .152, cosine .231, EASE .356.
/// Options were chosen on August 2011, with the months before it to learn from.</summary>
public sealed class OnlineRetailTests(ITestOutputHelper output)
{
    [RealDataFact("online-retail")]
    public void HitRateAt10_September_IsAsPinned()
    {
        var task = BasketCompletion.Read(
            RealData.Folder("online-retail"), new DateTimeOffset(2011, 9, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2011, 10, 1, 0, 0, 0, TimeSpan.Zero));
        (task.Train.Rows.Rows, task.Items, task.Cases.Count).ShouldBe((11376, 3603, 1699));

        HitRate(task, new IalsTrainer(new IalsOptions { Rank = 256, Alpha = 40, Lambda = 60, FrequencyScaling = 1, Iterations = 8 })).ShouldBe(.334, .006);
        HitRate(task, new BprTrainer(new BprOptions { Rank = 128, Lambda = .002, Iterations = 60, FoldInSteps = 60, NegativePower = .5 })).ShouldBe(.240, .006);
        HitRate(task, new FactorisationMachineTrainer(new FactorisationMachineOptions { Rank = 64, Lambda = .001, Iterations = 20, NegativePower = .5 }))
            .ShouldBe(.227, .006);
    }

    private double HitRate(RankingTask task, IRecommenderTrainer trainer)
    {
        var rate = BasketCompletion.HitRateAt10(task, trainer);
        output.WriteLine($"{trainer.Name} {rate:F4} ({trainer.Fingerprint})");
        return rate;
    }
}
