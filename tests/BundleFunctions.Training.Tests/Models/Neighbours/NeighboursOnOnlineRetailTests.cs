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

/// <summary>Hit rates at 10 on a real shop. Popularity, confidence and cosine over all neighbours have figures of a plain reference
/// implementation on the same cases; the others are held to what they reach.</summary>
public sealed class NeighboursOnOnlineRetailTests(ITestOutputHelper output)
{
    [RealDataFact("online-retail")]
    public void HitRateAt10_OnlineRetail_ReachesTheReference()
    {
        var september = new DateTimeOffset(2011, 9, 1, 0, 0, 0, TimeSpan.Zero);
        var task = BasketCompletion.Read(RealData.Folder("online-retail"), september, september.AddMonths(1));
        task.Cases.Count.ShouldBe(1_699);

        Reach(new PopularityTrainer(), .051, .003);
        Reach(new CoOccurrenceRecommenderTrainer(new CoOccurrenceOptions { Measure = AssociationMeasure.Confidence, Neighbours = 1000 }), .152, .005);
        Reach(new ItemKnnTrainer(new ItemKnnOptions { Neighbours = 1000 }), .231, .005);
        Reach(new ItemKnnTrainer(new ItemKnnOptions { Similarity = Similarity.Jaccard }), .24, .03);
        Reach(new Rp3BetaTrainer(new Rp3BetaOptions()), .24, .05);
        Reach(new UserKnnTrainer(new UserKnnOptions()), .24, .07);

        void Reach(IRecommenderTrainer trainer, double expected, double tolerance)
        {
            var reached = BasketCompletion.HitRateAt10(task, trainer);
            output.WriteLine($"{trainer.Name} {trainer.Fingerprint}: {reached:F3}");
            reached.ShouldBe(expected, tolerance, trainer.Fingerprint);
        }
    }
}
