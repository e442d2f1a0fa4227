using BundleFunctions.Catalogue;
using BundleFunctions.Ports;
using BundleFunctions.Training.Evaluation.Metrics;
using BundleFunctions.Training.Evaluation.Splits;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Search;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary>Looks for the options of a model that name most of what is hidden from a shop's validation orders. The newest orders, by which models are
/// judged, are not asked about.</summary>
/// <param name="services">The stores and the clock.</param>
/// <param name="lines">For progress.</param>
internal sealed class TuneRun(IServiceProvider services, ConsoleLines lines)
{
    private readonly IBlobStore _blobs = services.GetRequiredService<IBlobStore>();

    /// <returns>0 where some setting reached a score, 1 where none did or there was nothing to ask about.</returns>
    public async Task<int> RunAsync(ShopId shop, TuneRequest request, CancellationToken cancellationToken)
    {
        var baskets = await new OrderReader(_blobs, lines).ReadAsync(shop, cancellationToken);
        var catalogue = await new CatalogueReader(_blobs).ReadCurrentAsync(shop, cancellationToken);
        var validation = MakeTask(shop, request, ShopLog.Of(baskets, catalogue));
        lines.Step($"Task {validation.Task.Name}: {validation.Task.Train.Rows.Rows:N0} rows to learn from, {validation.Task.Items:N0} items, {validation.Task.Cases.Count:N0} cases");
        if (validation.Task.Cases.Count == 0)
        {
            lines.Say($"There is nothing to ask about: the validation orders hold no case. Ingest more orders, or raise --share.");
            return ExitCodes.Failed;
        }

        var metric = new Ndcg(request.Cut);
        var context = new TrainingContext(request.Threads, request.Search.Seed);
        var standard = Score(ModelCatalogue.Find(request.Model.Name)!.Create(), validation, metric, context, cancellationToken);
        lines.Step($"{request.Model.Name} with default options: {metric.Name} {standard:F4}");
        var objective = new ModelObjective(validation, request.Model.Create, metric, context);
        var search = new ParameterSearch(request.Model.Space, new TpeSampler(), objective.Try, request.Search, services.GetRequiredService<TimeProvider>());
        request.Log.Directory?.Create();
        var result = search.Run(new TrialLog(request.Log.FullName), new Told(trial => Say(trial, metric, request.Search.MaxTrials)), cancellationToken);
        return Conclude(request, result, metric, standard);
    }

    private static ValidationTask MakeTask(ShopId shop, TuneRequest request, InteractionLog log) => request.Task switch
    {
        EvaluationTask.NextBasket => SplitTasks.NextBaskets($"{shop}.next-basket", log, LastBasketSplit.Of(log), request.MaxCases).Validation,
        _ => SplitTasks.Baskets(
            $"{shop}.basket", log, TimeSplit.Of(log, new SplitShares(request.ValidationShare, request.ValidationShare)), request.Search.Seed, request.MaxCases).Validation,
    };

    private static double Score(
        IRecommenderTrainer trainer, ValidationTask validation, ICaseMetric metric, TrainingContext context, CancellationToken cancellationToken) =>
        new ModelObjective(validation, _ => trainer, metric, context).Try(new ParameterSpace(new IntParameter("none", 0, 0)).At([0]), 1, cancellationToken);

    private void Say(Trial trial, Ndcg metric, int all)
    {
        if (trial.Score is { } score)
        {
            lines.Step($"Trial {trial.Number + 1:N0} of {all:N0}, {trial.Effort:P0} of the cases: {metric.Name} {score:F4} with {trial.Setting.Text}");
        }
        else
        {
            lines.Step($"Trial {trial.Number + 1:N0} of {all:N0} failed with {trial.Setting.Text}: {trial.Failure}");
        }
    }

    private int Conclude(TuneRequest request, SearchResult result, Ndcg metric, double standard)
    {
        if (result.Resumed > 0)
        {
            lines.Say($"{result.Resumed:N0} trials stood in {request.Log.FullName} already.");
        }

        if (!result.IsComplete)
        {
            lines.Say($"Time ran out after {result.Trials.Count:N0} of {request.Search.MaxTrials:N0} trials; the same command goes on from there.");
        }

        if (result.Best is not { } best)
        {
            lines.Say($"No setting came to a score with all cases.");
            return ExitCodes.Failed;
        }

        lines.Say($"Best of {result.Trials.Count:N0}: {metric.Name} {best.Score:F4} with {best.Setting.Text}; default options {standard:F4}. Both on validation, where this one was chosen: new orders may tell less of it.");
        return ExitCodes.Done;
    }

    // Told at once, on the thread that tells it.
    private sealed class Told(Action<Trial> told) : IProgress<Trial>
    {
        public void Report(Trial value) => told(value);
    }
}
