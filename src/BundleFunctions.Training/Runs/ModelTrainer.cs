using BundleFunctions.Associations;
using BundleFunctions.Shops;
using BundleFunctions.Training.Bundles.Relations;
using BundleFunctions.Training.Contests;
using BundleFunctions.Training.Counting;
using BundleFunctions.Training.Encoding;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Splits;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Ranking;
using BundleFunctions.Training.Sessions;
using BundleFunctions.Training.Users;

namespace BundleFunctions.Training.Runs;

/// <summary>Baskets in, a written model out: models stand against each other, the winner learns from everything and says what belongs
/// together, and the orders say how sure that is.</summary>
/// <param name="writer">Where the model folder goes.</param>
/// <param name="options">Valid options.</param>
/// <param name="contestants">Makes the models for a shop's data; null for the default set.</param>
public sealed class ModelTrainer(
    ModelWriter writer, TrainingOptions options, TrainingContestants? contestants = null)
{
    /// <summary>What serves where no two products were bought together more often than by chance: lines without neighbours.</summary>
    public const string Popularity = "popularity";

    // Scores that one model may be asked for when it is judged: huge catalogues get fewer cases, down to what the gate can still tell models apart by.
    private const int MostScores = 300_000_000;
    private const int LeastCases = 500;

    /// <summary>Lets models compete, trains the winner on everything, and writes.</summary>
    /// <param name="data">What to learn from.</param>
    /// <param name="progress">Told after every model, and after every few hundred products.</param>
    /// <exception cref="NoUsableModelException">No model can be served; nothing was written.</exception>
    /// <exception cref="DivergedException">The winner came to nothing finite on all orders; nothing was written.</exception>
    public async Task<ModelManifest> TrainAsync(ShopData data, IProgress<TrainingProgress> progress, CancellationToken cancellationToken)
    {
        var baskets = EncodedBaskets.Of(data.Baskets.Baskets).Capped(options.MaxOrdersPerUser);
        var log = ShopLog.Of(baskets, data.Catalogue);
        var result = Compete(data, baskets, log, progress, cancellationToken);

        var context = new TrainingContext(options.Threads, options.Seed);
        var served = result.Winner.Trainer.Train(SplitRows.Everything(log), context, cancellationToken);
        var counted = new AssociationCounter(options, served).Count(baskets, cancellationToken);
        var lines = Reported(Annotated(counted, data, cancellationToken), baskets.Products.Count, progress);
        await using var staged = await StagedAssociations.WriteAsync(lines, cancellationToken);
        var sessions = LearnSessions(data, progress, cancellationToken);
        var order = LearnOrder(data, baskets, log, result.Winner, progress, cancellationToken);
        var users = new UserRecommender(options.Users, options.Threads).Recommend(data.Baskets.Baskets, baskets, served, cancellationToken);
        await using var files = await ModelFolder.StageAsync(served, result, cancellationToken);
        await files.AddSessionsAsync(sessions?.Network, sessions?.Products, served as ISessionNetwork, baskets.Products, sessions?.Contest.Test, cancellationToken);
        await files.AddOrderAsync(order?.Ranker, cancellationToken);
        await files.AddUsersAsync(users, cancellationToken);
        await files.AddProfilesAsync(data.Profiles, cancellationToken);
        await files.AddAudiencesAsync(data.Segments, data.Response, cancellationToken);

        var figures = ContestFigures.Of(result);
        ContestFigures.AddSessions(figures, sessions?.Contest);
        ContestFigures.AddOrder(figures, order, options.Seed);
        foreach (var (name, figure) in (data.Hygiene?.Figures() ?? []).Concat(data.Identity?.Figures() ?? []))
        {
            figures[name] = figure;
        }

        figures["users.profiles"] = data.Profiles.Count;
        figures["users.segments"] = data.Segments?.Segments.Count ?? 0;
        figures["users.recommended"] = users.Count;
        figures["model.neighbours"] = staged.Neighbours;
        figures["model.sets"] = staged.Sets;
        figures["pricing.elasticities"] = data.Elasticities?.Products.Values.Count(product => product.Elasticity is not null) ?? 0;
        var draft = new ModelDraft(
            data.Shop,
            staged.Neighbours > 0 ? result.Winner.Name : Popularity,
            data.StartedAt,
            data.Catalogue is null ? null : $"{BlobLayout.Snapshots}/{data.Shop}/{data.Catalogue.Id}.ndjson.gz",
            $"{options.Fingerprint} winner=({result.Winner.Trainer.Fingerprint})",
            new ModelMetrics(baskets.Rows.Count, staged.Products, data.Baskets.Report.DataThrough, figures),
            data.Elasticities)
        {
            Gate = result.Gate,
            Order = order?.Ranker?.Method,
            OrderGate = order?.Gate,
        };
        progress.Report(new TrainingProgress(TrainingStage.Writing, 0, staged.Staged.File.Length));
        var manifest = await writer.WriteAsync(draft, staged, files.Files, cancellationToken);
        progress.Report(new TrainingProgress(TrainingStage.Writing, staged.Staged.File.Length, staged.Staged.File.Length));
        return manifest;
    }

    // Without a catalogue nothing is known of products that could tell a substitute from a complement, and nothing can be published.
    private IEnumerable<ProductAssociations> Annotated(
        IEnumerable<ProductAssociations> lines, ShopData data, CancellationToken cancellationToken)
    {
        if (data.Catalogue is not { } catalogue)
        {
            return lines;
        }

        var evidence = new RelationEvidence(catalogue.Products, data.Baskets.Baskets.Select(basket => basket.Products), data.Sessions);
        return new RelationAnnotator(new RelationLearner().Learn(evidence, cancellationToken), data.Quantities).Annotate(lines, options.Threads, cancellationToken);
    }

    private ContestResult Compete(
        ShopData data, EncodedBaskets baskets, InteractionLog log, IProgress<TrainingProgress> progress, CancellationToken cancellationToken)
    {
        var shares = new SplitShares(options.TestShare, options.TestShare);
        var cases = Math.Min(options.MaxTestOrders, Math.Max(LeastCases, MostScores / Math.Max(log.Rows.Columns, 1)));
        var tasks = SplitTasks.Baskets($"{data.Shop}.basket", log, TimeSplit.Of(log, shares), options.Seed, cases);
        var facts = data.Catalogue is null ? null : ShopLog.Facts(baskets.Products, data.Catalogue, data.StartedAt);
        var models = contestants?.OnOrders?.Invoke(log) ?? DefaultSet.Create(options.Contest.Models, ShopSize.Of(log));
        var evaluation = new EvaluationOptions { Seed = options.Seed, Threads = options.Threads };
        return new Contest(models, options.Contest, evaluation).Run(tasks, facts, data.Champion, new ContestProgress(progress, TrainingStage.Evaluation), cancellationToken);
    }

    private RankingResult? LearnOrder(
        ShopData data, EncodedBaskets baskets, InteractionLog log, Contestant winner, IProgress<TrainingProgress> progress, CancellationToken cancellationToken)
    {
        var trainers = (contestants ?? new TrainingContestants()).Rankers;
        progress.Report(new TrainingProgress(TrainingStage.Order, 0, trainers.Count));
        try
        {
            return new OrderStudy(options, trainers).Run(data, baskets, log, winner, cancellationToken);
        }
        catch (DivergedException e)
        {
            // The order before serves; a model that comes to nothing on all orders says so itself.
            return new RankingResult(null, new GateRecord("refuse", data.ChampionOrder, RankingContest.Published, [e.Message]), [], new Dictionary<string, string>(StringComparer.Ordinal));
        }
        finally
        {
            progress.Report(new TrainingProgress(TrainingStage.Order, trainers.Count, trainers.Count));
        }
    }

    private SessionResult? LearnSessions(ShopData data, IProgress<TrainingProgress> progress, CancellationToken cancellationToken)
    {
        if (contestants?.OnSessions is null)
        {
            return null;
        }

        var log = SessionLog.Of(data.Sequences, data.Catalogue);
        return new SessionTraining(contestants.OnSessions(log), options).Run(
            data.Shop, log, new ContestProgress(progress, TrainingStage.Sessions), cancellationToken);
    }

    private static IEnumerable<ProductAssociations> Reported(
        IEnumerable<ProductAssociations> lines, int total, IProgress<TrainingProgress> progress)
    {
        var done = 0;
        foreach (var line in lines)
        {
            yield return line;
            if (++done % 500 == 0)
            {
                progress.Report(new TrainingProgress(TrainingStage.Associations, done, total));
            }
        }

        progress.Report(new TrainingProgress(TrainingStage.Associations, total, total));
    }

    // Told at once, on the thread that tells it.
    private sealed class ContestProgress(IProgress<TrainingProgress> progress, TrainingStage stage) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => progress.Report(new TrainingProgress(stage, value.Done, value.Total));
    }
}
