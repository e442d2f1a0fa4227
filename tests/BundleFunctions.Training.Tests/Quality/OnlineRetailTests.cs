using BundleFunctions.Testing;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Metrics;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Blend;
using BundleFunctions.Training.Models.Content;
using BundleFunctions.Training.Models.CoOccurrence;
using BundleFunctions.Training.Models.Factorisation;
using BundleFunctions.Training.Models.ItemKnn;
using BundleFunctions.Training.Models.Linear;
using BundleFunctions.Training.Models.NextBasket;
using BundleFunctions.Training.Models.Popularity;
using BundleFunctions.Training.Models.Rp3Beta;
using BundleFunctions.Training.Models.UserKnn;
using BundleFunctions.Training.Tests.Data;

namespace BundleFunctions.Training.Tests.Quality;

/// <summary>Basket completion on Online Retail: a blend whose weights August taught, judged in September.</summary>
[Trait("Category", "Quality")]
public sealed class OnlineRetailTests
{
    private static readonly ICaseMetric[] Metrics = [new HitRate(10), new Ndcg(10), new HitRate(20)];
    private static readonly TrainingContext Context = new(2, 1);

    [RealDataFact("online-retail")]
    public void Completion_September_BlendBeatsEase()
    {
        var september = new DateTimeOffset(2011, 9, 1, 0, 0, 0, TimeSpan.Zero);
        var data = new RetailHistories(RealData.Folder("online-retail"), september);
        var august = data.Task(september.AddMonths(-1), september);
        var weights = BlendFit.Fit([.. Parts(august.Train).Select(part => part.Model)], august, new BlendOptions(), Context, CancellationToken.None);

        var task = data.Task(september, DateTimeOffset.MaxValue);
        (task.Train.Rows.Rows, task.Items, task.Cases.Count).ShouldBe((11_376, 3_603, 1_699));
        var parts = Parts(task.Train);
        var warm = ItemPopularity.Count(task.Train.Rows).Select(rows => (byte)(rows > 0 ? 1 : 0));
        var blend = new BlendModel([.. parts.Select(part => part.Model)], weights with { Warm = [.. warm] }, "august");
        var models = Baselines(task.Train).Concat(parts).Append(("blend", blend)).Select(model => Measure(model.Item1, model.Item2, task)).ToArray();
        ResultTable.Write(
            "Online Retail, basket completion",
            "11,376 baskets before September 2011 train, one item of each of September's 1,699 is hidden and ranked among 3,603. Weights of the blend are\nlearned on August by parts that know nothing of it. Histories end with August.",
            Measured.Header(Metrics),
            models.Select(model => model.Row()));
        var ease = models.Single(model => model.Model == "EASE").Of(0);
        ease.Mean.ShouldBe(0.356, 0.001);
        models[^1].Of(0).Mean.ShouldBeGreaterThanOrEqualTo(ease.Mean * 1.08, models[^1].Of(0).ToString());
    }

    private static IEnumerable<(string Name, IRecommender Model)> Baselines(TrainingData train) =>
    [
        ("popularity", Train(new PopularityTrainer(), train)),
        ("confidence", Train(new CoOccurrenceRecommenderTrainer(new CoOccurrenceOptions { Measure = AssociationMeasure.Confidence, Neighbours = 1000 }), train)),
        ("cosine", Train(new CoOccurrenceRecommenderTrainer(new CoOccurrenceOptions { Neighbours = 1000 }), train)),
    ];

    private static (string Name, IRecommender Model)[] Parts(TrainingData train)
    {
        var ease = Train(new EaseTrainer(new EaseOptions { Neighbours = train.Items }), train);
        return
        [
            ("EASE", ease),
            ("EASE, half-life 60 days", Train(new RecentRowsTrainer(new EaseTrainer(new EaseOptions { Lambda = 30 }), 60), train)),
            ("EASE with words of titles", Train(new EaseTrainer(new EaseOptions { ContentWeight = 3 }), train)),
            ("iALS", Train(new IalsTrainer(new IalsOptions { Rank = 128, Lambda = 60, FrequencyScaling = 1, Iterations = 8 }), train)),
            ("user-kNN", Train(new UserKnnTrainer(new UserKnnOptions()), train)),
            ("RP3beta", Train(new Rp3BetaTrainer(new Rp3BetaOptions()), train)),
            ("item-kNN", Train(new ItemKnnTrainer(new ItemKnnOptions { Shrinkage = 10, Neighbours = 100 }), train)),
            ("recent popularity", Train(new RecentPopularityTrainer(new PopularityOptions { HalfLifeDays = 14 }), train)),
            ("content", Train(new ContentTrainer(new ContentOptions()), train)),
            ("EASE of earlier baskets", new HistoryContext(ease, 0.9)),
            ("bought before", Train(new TifuKnnTrainer(new TifuKnnOptions { OwnShare = 1, Neighbours = 1, Split = new RepeatSplit(1, 0) }), train)),
        ];
    }

    private static IRecommender Train(IRecommenderTrainer trainer, TrainingData train) => trainer.Train(train, Context, CancellationToken.None);

    private static Measured Measure(string name, IRecommender model, RankingTask task)
    {
        var figures = new Measured(name, Metrics);
        figures.Add(model, task);
        return figures;
    }
}
