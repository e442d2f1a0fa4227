using BundleFunctions.Testing;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Metrics;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Blend;
using BundleFunctions.Training.Models.KernelRidge;
using BundleFunctions.Training.Models.Linear;
using BundleFunctions.Training.Models.Parts;
using BundleFunctions.Training.Models.Popularity;
using BundleFunctions.Training.Models.UserKnn;
using BundleFunctions.Training.Tests.Data;

namespace BundleFunctions.Training.Tests.Quality;

/// <summary>Whole bundles recommended to users. Options were chosen, and the blend's weights are learned, on an eighth of the training pairs; what is
/// told here is of pairs that nothing was chosen on.</summary>
[Trait("Category", "Quality")]
public sealed class YoushuTests
{
    private static readonly ICaseMetric[] Metrics = [new Recall(20), new Ndcg(20)];
    private static readonly TrainingContext Context = new(2, 1);

    [RealDataFact("youshu")]
    public void Bundles_TunedPairs_KernelAndBlendBeatEaseWithContents()
    {
        var data = new Youshu(RealData.Folder("youshu"));
        var (choosing, task) = (data.Choosing(seed: 0), data.Task);
        var weights = BlendFit.Fit([.. Parts(choosing.Train).Select(part => part.Model)], choosing, new BlendOptions { MaxCases = 800 }, Context, CancellationToken.None);
        var parts = Parts(task.Train);
        var blend = new BlendModel([.. parts.Select(part => part.Model)], weights with { Warm = [.. task.Popularity.Select(rows => (byte)(rows > 0 ? 1 : 0))] }, "youshu");
        var models = (ResultTable.IsWritten ? Baselines(task.Train).Concat(parts) : parts[..1]).Append(("blend", blend))
            .Select(model => Measure(model.Name, model.Model, task)).ToArray();
        ResultTable.Write(
            "Youshu, bundles for users",
            "4,771 bundles ranked for the 2,959 users of the tune file, those of the train file left out. Options were chosen and weights of the blend learned on an\neighth of the train file. Parts: what bundles hold, and the single items that users took.",
            Measured.Header(Metrics),
            models.Select(model => model.Row()));
        var blended = models[^1];
        blended.Of(0).Mean.ShouldBeGreaterThanOrEqualTo(0.28, blended.Of(0).ToString());
        blended.Of(1).Mean.ShouldBeGreaterThanOrEqualTo(0.139, blended.Of(1).ToString());
        models.Single(model => model.Model == "EASE with contents").Of(0).Mean.ShouldBeInRange(0.255, 0.27);
    }

    private static (string Name, IRecommender Model)[] Baselines(TrainingData train) =>
    [
        ("popularity", Train(new PopularityTrainer(), train)),
        ("user-kNN", Train(new UserKnnTrainer(new UserKnnOptions()), train)),
        ("EASE", Train(new EaseTrainer(new EaseOptions { Lambda = 300 }), train)),
    ];

    private static (string Name, IRecommender Model)[] Parts(TrainingData train) =>
    [
        ("EASE with contents", Train(new EaseTrainer(new EaseOptions { Lambda = 300, PartsWeight = 100 }), train)),
        ("kernel ridge", Train(new KernelRidgeTrainer(new KernelRidgeOptions()), train)),
        ("kernel ridge, own items alone", Train(new KernelRidgeTrainer(new KernelRidgeOptions { ItemWeight = 0, ContentsWeight = 0 }), train)),
        ("bundles alike in contents", Train(new PartsTrainer(new PartsOptions { PartWeight = 0, Damping = 0.25 }), train)),
        ("bundles of own items", Train(new PartsTrainer(new PartsOptions { ItemWeight = 0 }), train)),
    ];

    private static IRecommender Train(IRecommenderTrainer trainer, TrainingData train) => trainer.Train(train, Context, CancellationToken.None);

    private static Measured Measure(string name, IRecommender model, RankingTask task)
    {
        var figures = new Measured(name, Metrics);
        figures.Add(model, task);
        return figures;
    }
}
