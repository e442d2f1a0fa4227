using BundleFunctions.Testing;
using BundleFunctions.Training.Evaluation.Metrics;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Blend;
using BundleFunctions.Training.Models.Content;
using BundleFunctions.Training.Models.Popularity;
using BundleFunctions.Training.Tests.Data;

namespace BundleFunctions.Training.Tests.Quality;

/// <summary>Completing bundles of items that nobody has bundled before. The blend learns on training sessions; content's defaults
/// were chosen on the first seed's, of which other seeds test some, so its figures may flatter it a little.</summary>
[Trait("Category", "Quality")]
public sealed class BundleRecTests
{
    private static readonly ICaseMetric[] Metrics = [new HitRate(10), new Ndcg(10), new HitRate(20)];

    // Five shuffles as the table has them; more for whoever asks, as one shuffle tests few bundles.
    private static readonly uint Seeds = uint.TryParse(Environment.GetEnvironmentVariable("BUNDLES_QUALITY_SEEDS"), out var seeds) ? seeds : 5;

    private static readonly ContentOptions TfIdf = new()
    {
        Fields = [new(ContentField.Title, 1), new(ContentField.CategoryWords, 1)],
        IdfPower = 1,
    };

    [RealDataFact("bundlerec")]
    public void Completion_Electronic_BeatsTfIdf() => Measure("electronic", content: 0.15, learned: 0.165, blend: 0.14);

    [RealDataFact("bundlerec")]
    public void Completion_Clothing_BeatsTfIdf() => Measure("clothing", content: 0.33, learned: 0.39, blend: 0.33);

    private static void Measure(string shop, double content, double learned, double blend)
    {
        var data = new BundleRec(Path.Combine(RealData.Folder("bundlerec"), shop));
        (Measured Figures, IRecommenderTrainer Trainer)[] models =
        [
            (new("popularity", Metrics), new PopularityTrainer()),
            (new("TF-IDF of title and category", Metrics), new ContentTrainer(TfIdf)),
            (new("BM25 of title and category", Metrics), new ContentTrainer(TfIdf with { Weighting = TermWeighting.Bm25 })),
            (new("content", Metrics), new ContentTrainer(new ContentOptions())),
            (new("category affinity", Metrics), new CategoryAffinityTrainer(new CategoryAffinityOptions())),
            (new("content, weights learned", Metrics), new LearnedContentTrainer(new LearnedContentOptions())),
            (new("blend", Metrics), new BlendTrainer(
                [
                    new ContentTrainer(new ContentOptions()), Field(ContentField.Title), Field(ContentField.TitleGrams), Field(ContentField.CategoryWords),
                    new CategoryAffinityTrainer(new CategoryAffinityOptions()),
                ],
                new BlendOptions { ValidationShare = 0.5 })),
        ];
        for (var seed = 0U; seed < Seeds; seed++)
        {
            var task = data.Task(seed, out var bundles);
            foreach (var (figures, trainer) in models)
            {
                figures.Add(trainer.Train(task.Train, new TrainingContext(2, 1), CancellationToken.None), task, bundles);
            }
        }

        ResultTable.Write(
            $"BundleRec, {shop}: bundle completion",
            "Sessions shuffled with seeds 0..4, four fifths train; one item of each other bundle is hidden and ranked among all items that have a title.\nMeans over five seeds, intervals over bundles.",
            Measured.Header(Metrics),
            models.Select(model => model.Figures.Row()));
        models[3].Figures.Of(0).Mean.ShouldBeGreaterThan(models[1].Figures.Of(0).Mean);
        models[3].Figures.Of(0).Mean.ShouldBeGreaterThanOrEqualTo(content, models[3].Figures.Of(0).ToString());
        models[5].Figures.Of(0).Mean.ShouldBeGreaterThanOrEqualTo(learned, models[5].Figures.Of(0).ToString());
        models[6].Figures.Of(0).Mean.ShouldBeGreaterThanOrEqualTo(blend, models[6].Figures.Of(0).ToString());
    }

    private static ContentTrainer Field(ContentField field) => new(new ContentOptions { Fields = [new(field, 1)] });
}
