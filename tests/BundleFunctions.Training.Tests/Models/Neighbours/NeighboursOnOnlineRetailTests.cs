using BundleFunctions.Testing;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.CoOccurrence;
using BundleFunctions.Training.Models.ItemKnn;
using BundleFunctions.Training.Models.Popularity;
using BundleFunctions.Training.Models.Rp3Beta;
using BundleFunctions.Training.Models.UserKnn;
using BundleFunctions.Training.Tests.Data;
using Xunit.Abstractions;

namespace BundleFunctions.Training.Tests.Models.Neighbours;

/// <summary>Hit rates at 10 on a real shop, beside those of a plain reference implementation (dense matrices, every pair) on the same
/// cases. Cosine over all 3,603 neighbours reaches .231 there; the thousand nearest, the most that can be kept, .225.</summary>
public sealed class NeighboursOnOnlineRetailTests(ITestOutputHelper output)
{
    [RealDataFact("online-retail")]
    public void HitRateAt10_OnlineRetail_ReachesTheReference()
    {
        var september = new DateTimeOffset(2011, 9, 1, 0, 0, 0, TimeSpan.Zero);
        var task = BasketCompletion.Read(RealData.Folder("online-retail"), september, september.AddMonths(1));
        task.Cases.Count.ShouldBe(1_699);

        Reach(new PopularityTrainer(), .051, .003);
        Reach(new CoOccurrenceRecommenderTrainer(new CoOccurrenceOptions { Measure = AssociationMeasure.Confidence, Neighbours = 1000 }), .152, .003);
        Reach(new ItemKnnTrainer(new ItemKnnOptions { Neighbours = 1000 }), .225, .003);
        Reach(new ItemKnnTrainer(new ItemKnnOptions { Similarity = Similarity.Jaccard }), .260, .003);
        Reach(new Rp3BetaTrainer(new Rp3BetaOptions()), .264, .003);
        Reach(new UserKnnTrainer(new UserKnnOptions()), .276, .003);

        void Reach(IRecommenderTrainer trainer, double expected, double tolerance)
        {
            var reached = BasketCompletion.HitRateAt10(task, trainer);
            output.WriteLine($"{trainer.Name} {trainer.Fingerprint}: {reached:F3}");
            reached.ShouldBe(expected, tolerance, trainer.Fingerprint);
        }
    }
}
