using BundleFunctions.Testing;
using BundleFunctions.Training.Evaluation.Metrics;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.NextBasket;
using BundleFunctions.Training.Models.Popularity;
using BundleFunctions.Training.Tests.Data;

namespace BundleFunctions.Training.Tests.Quality;

/// <summary>Next baskets on Ta-Feng. Options were chosen on users that no seed tests.</summary>
[Trait("Category", "Quality")]
public sealed class TaFengTests
{
    private static readonly ICaseMetric[] Metrics = [new Recall(10), new Ndcg(10), new Recall(20)];

    [RealDataFact("tafeng")]
    public void NextBaskets_FiveSeeds_ReachTheReferences()
    {
        var data = new TaFeng(RealData.Folder("tafeng"));
        data.Users.ShouldBe(13_858);
        (Measured Figures, IRecommenderTrainer Trainer, bool WithFutures)[] models =
        [
            (new("global popularity", Metrics), new PopularityTrainer(), false),
            (new("global and personal popularity", Metrics), new GlobalPersonalTopTrainer(), false),
            (new("TIFU-kNN", Metrics), new TifuKnnTrainer(new TifuKnnOptions()), false),
            (new("UP-CF", Metrics), new UpCfTrainer(new UpCfOptions()), false),
            (new("UP-CF, training users' last baskets too", Metrics), new UpCfTrainer(new UpCfOptions()), true),
        ];
        for (var seed = 0U; seed < 5; seed++)
        {
            foreach (var (figures, trainer, withFutures) in models)
            {
                var task = data.Task(seed, withFutures, out var users);
                figures.Add(trainer.Train(task.Train, new TrainingContext(2, 1), CancellationToken.None), task, users);
            }
        }

        ResultTable.Write(
            "Ta-Feng, next basket",
            "13,858 users, shuffled with seeds 0..4; the last fifth are asked for their last basket. Learned from the other users' earlier baskets; in the last\nrow from their last baskets too. Means over five seeds, intervals over users.",
            Measured.Header(Metrics),
            models.Select(model => model.Figures.Row()));
        var best = models[3].Figures;
        best.Of(0).Mean.ShouldBeGreaterThanOrEqualTo(0.150, best.Of(0).ToString());
        best.Of(1).Mean.ShouldBeGreaterThanOrEqualTo(0.132, best.Of(1).ToString());
    }
}
