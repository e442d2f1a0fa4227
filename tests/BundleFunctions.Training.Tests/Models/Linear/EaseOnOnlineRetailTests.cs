using BundleFunctions.Testing;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Metrics;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Linear;
using BundleFunctions.Training.Tests.Data;
using Xunit.Abstractions;

namespace BundleFunctions.Training.Tests.Models.Linear;

/// <summary>EASE on a real shop, beside the figures of a plain reference implementation on the same cases: orders before September 2011
/// train, one product of each later order is hidden.</summary>
public sealed class EaseOnOnlineRetailTests(ITestOutputHelper output)
{
    [RealDataFact("online-retail")]
    public void Train_OnlineRetail_ReachesTheReference()
    {
        var task = Task();
        task.Train.Rows.Rows.ShouldBe(11_376);
        task.Items.ShouldBe(3_603);
        task.Cases.Count.ShouldBe(1_699);

        ShouldReach(task, new EaseOptions(), .356, .221, tolerance: .003);
    }

    // What a shop too large for the dense inverse gives up, on one that is not: two items in three by local regressions, then all.
    [RealDataFact("online-retail")]
    public void Train_OnlineRetailWithASmallHead_StaysNearTheReference()
    {
        var task = Task();

        ShouldReach(task, new EaseOptions { DenseItems = 1_200 }, .356, .221, tolerance: .015);
        ShouldReach(task, new EaseOptions { DenseItems = 0 }, .356, .221, tolerance: .03);
    }

    private static RankingTask Task() => BasketCompletion.Read(
        RealData.Folder("online-retail"), new DateTimeOffset(2011, 9, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2011, 10, 1, 0, 0, 0, TimeSpan.Zero));

    private void ShouldReach(RankingTask task, EaseOptions options, double hitRate, double ndcg, double tolerance)
    {
        var model = new EaseTrainer(options).Train(task.Train, new TrainingContext(2, 1), CancellationToken.None);
        var judged = new Evaluator(task, MetricSuite.Of(task), new EvaluationOptions { Threads = 2 }).Evaluate("ease", model, null, CancellationToken.None);
        output.WriteLine($"{options.Fingerprint}: {string.Join(", ", judged.Figures.Select(figure => $"{figure.Key} {figure.Value.Mean}"))}");

        judged.Figure("hitRate@10")!.Mean.ShouldBe(hitRate, tolerance);
        judged.Figure("ndcg@10")!.Mean.ShouldBe(ndcg, tolerance);
    }
}
