using BundleFunctions.Catalogue;
using BundleFunctions.DeepModels.Training;
using BundleFunctions.Ports;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Metrics;
using BundleFunctions.Training.Evaluation.Reports;
using BundleFunctions.Training.Evaluation.Splits;
using BundleFunctions.Training.Models;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary>Reads a shop's orders, judges models on them one after the other, and writes the report.</summary>
/// <param name="services">The stores, and what runs networks.</param>
/// <param name="lines">For progress.</param>
/// <param name="deep">How deep models are trained.</param>
internal sealed class EvaluationRun(IServiceProvider services, ConsoleLines lines, DeepOptions deep)
{
    private readonly IBlobStore _blobs = services.GetRequiredService<IBlobStore>();

    /// <returns>0 where every model was judged, 3 where some could not be, 1 where there was nothing to judge by.</returns>
    public async Task<int> RunAsync(ShopId shop, EvaluationRequest request, CancellationToken cancellationToken)
    {
        var baskets = await new OrderReader(_blobs, lines).ReadAsync(shop, cancellationToken);
        var catalogue = await new CatalogueReader(_blobs).ReadCurrentAsync(shop, cancellationToken);
        var task = MakeTask(shop, request, ShopLog.Of(baskets, catalogue));
        lines.Step($"Task {task.Name}: {task.Train.Rows.Rows:N0} rows to learn from, {task.Items:N0} items, {task.Cases.Count:N0} cases");
        if (task.Cases.Count == 0)
        {
            lines.Say($"There is nothing to ask about: the held-out orders hold no case. Ingest more orders, or raise --test-share.");
            return ExitCodes.Failed;
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var suite = MetricSuite.Of(task, request.Options.Cut, catalogue is null ? null : ShopLog.Facts(baskets.Products, catalogue, now));
        var evaluator = new Evaluator(task, suite, request.Options);
        var judged = new List<ModelEvaluation>();
        var failures = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in request.Models)
        {
            try
            {
                judged.Add(Judge(name, task, evaluator, request.Options, cancellationToken));
            }
            catch (Exception e) when (e is DivergedException or UnrankableException or UntrainedException)
            {
                lines.Step($"{name} cannot be judged: {e.Message}");
                failures.Add(name, e.Message);
            }
        }

        var report = EvaluationReport.Of(task, $"ndcg@{request.Options.Cut}", judged, failures, request.Options);
        await WriteAsync(report, request.Output, cancellationToken);
        new EvaluationLines(lines).Print(report, request.Options.Cut);
        return failures.Count == 0 ? ExitCodes.Done : ExitCodes.PartlyDone;
    }

    private static RankingTask MakeTask(ShopId shop, EvaluationRequest request, InteractionLog log) => request.Task switch
    {
        EvaluationTask.NextBasket => SplitTasks.NextBaskets($"{shop}.next-basket", log, LastBasketSplit.Of(log), request.MaxCases).Test,
        _ => SplitTasks.Baskets(
            $"{shop}.basket", log, TimeSplit.Of(log, new SplitShares(0, request.TestShare)), request.Options.Seed, request.MaxCases).Test,
    };

    private ModelEvaluation Judge(
        string name, RankingTask task, Evaluator evaluator, EvaluationOptions options, CancellationToken cancellationToken)
    {
        var trainer = ModelCatalogue.Find(name)?.Create()
            ?? new DeepTrainer(DeepCatalogue.Find(name)!, deep, services.GetRequiredService<ITensorRuntime>());
        lines.Step($"Training {name} ({trainer.Fingerprint})");
        var started = lines.Elapsed;
        var context = new TrainingContext(options.Threads, options.Seed)
        {
            Progress = new StepProgress<double>(done => lines.Progress(() => $"{name}: {done:P0} trained{Left(lines.Elapsed - started, done)}")),
        };
        var model = trainer.Train(task.Train, context, cancellationToken);
        var trained = lines.Elapsed;
        lines.Step($"Trained {name} in {(trained - started).TotalSeconds:F1} s");
        var ranked = 0;
        var evaluation = evaluator.Evaluate(
            name,
            model,
            new StepProgress<int>(cases =>
            {
                var (all, took) = (Interlocked.Add(ref ranked, cases), lines.Elapsed - trained);
                lines.Progress(() => $"{name}: {all:N0} of {task.Cases.Count:N0} cases, {all / Math.Max(took.TotalSeconds, 0.001):N0} a second{Left(took, (double)all / task.Cases.Count)}");
            }),
            cancellationToken);
        lines.Step($"Judged {name} on {task.Cases.Count:N0} cases in {(lines.Elapsed - trained).TotalSeconds:F1} s");
        return evaluation;
    }

    private static string Left(TimeSpan took, double done) =>
        done > 0 ? FormattableString.Invariant($", about {took.TotalSeconds * (1 - done) / done:N0} s left") : string.Empty;

    private async Task WriteAsync(EvaluationReport report, DirectoryInfo output, CancellationToken cancellationToken)
    {
        output.Create();
        await using (var json = File.Create(Path.Combine(output.FullName, "report.json")))
        {
            ReportJson.Write(report, json);
        }

        var page = Path.Combine(output.FullName, "report.html");
        await File.WriteAllTextAsync(page, ReportPage.Write(report), cancellationToken);
        lines.Step($"Wrote {page}, and report.json beside it");
    }

    // Told at once, on the thread that tells it.
    private sealed class StepProgress<T>(Action<T> told) : IProgress<T>
    {
        public void Report(T value) => told(value);
    }
}
