using BundleFunctions.Associations;
using BundleFunctions.Baskets;
using BundleFunctions.Pricing;
using BundleFunctions.Training.Encoding;
using BundleFunctions.Training.Evaluation;

namespace BundleFunctions.Training.Runs;

/// <summary>Baskets in, a written model out.</summary>
/// <param name="writer">Where the model folder goes.</param>
/// <param name="options">Valid options.</param>
public sealed class ModelTrainer(ModelWriter writer, TrainingOptions options)
{
    /// <summary>What serves where orders hold pairs of products.</summary>
    public const string CoOccurrence = "co-occurrence";

    /// <summary>What serves where no two products were bought together more often than by chance: lines without neighbours.</summary>
    public const string Popularity = "popularity";

    /// <summary>Evaluates, trains on everything, and writes.</summary>
    /// <param name="shop">Whose baskets they are.</param>
    /// <param name="set">All its baskets.</param>
    /// <param name="catalogueSnapshot">The snapshot to publish with, as <c>container/path</c>; null where there is none.</param>
    /// <param name="startedAt">When the training started.</param>
    /// <param name="progress">Told after every few hundred products.</param>
    /// <param name="elasticities">What was learned of demand; null where no purchase had a price.</param>
    public async Task<ModelManifest> TrainAsync(
        ShopId shop,
        BasketSet set,
        string? catalogueSnapshot,
        DateTimeOffset startedAt,
        IProgress<TrainingProgress> progress,
        ElasticityTable? elasticities,
        CancellationToken cancellationToken)
    {
        var baskets = EncodedBaskets.Of(set.Baskets);

        var split = TemporalSplit.Of(baskets, options);
        if (split.Cases.Count > 0)
        {
            progress.Report(new TrainingProgress(TrainingStage.Evaluation, 0, split.Cases.Count));
        }

        var figures = new RankingEvaluator(split, options).Evaluate(cancellationToken);
        progress.Report(new TrainingProgress(TrainingStage.Evaluation, split.Cases.Count, split.Cases.Count));

        var lines = Reported(new CoOccurrenceTrainer(options).Train(baskets, cancellationToken), baskets.Products.Count, progress);
        await using var staged = await StagedAssociations.WriteAsync(lines, cancellationToken);
        figures["model.neighbours"] = staged.Neighbours;
        figures["model.sets"] = staged.Sets;
        figures["pricing.elasticities"] = elasticities?.Products.Values.Count(product => product.Elasticity is not null) ?? 0;

        var draft = new ModelDraft(
            shop,
            staged.Neighbours > 0 ? CoOccurrence : Popularity,
            startedAt,
            catalogueSnapshot,
            options.Fingerprint,
            new ModelMetrics(baskets.Rows.Count, baskets.Products.Count, set.Report.DataThrough, figures),
            elasticities);
        progress.Report(new TrainingProgress(TrainingStage.Writing, 0, staged.Staged.File.Length));
        var manifest = await writer.WriteAsync(draft, staged, [], cancellationToken);
        progress.Report(new TrainingProgress(TrainingStage.Writing, staged.Staged.File.Length, staged.Staged.File.Length));
        return manifest;
    }

    private static IEnumerable<ProductAssociations> Reported(
        IEnumerable<ProductAssociations> lines, int total, IProgress<TrainingProgress> progress)
    {
        var done = 0;
        foreach (var line in lines)
        {
            yield return line;
            if (++done % 500 == 0 || done == total)
            {
                progress.Report(new TrainingProgress(TrainingStage.Associations, done, total));
            }
        }
    }
}
