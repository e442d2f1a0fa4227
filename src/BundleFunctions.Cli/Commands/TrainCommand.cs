using System.CommandLine;
using BundleFunctions.Associations;
using BundleFunctions.DeepModels.Training;
using BundleFunctions.Feedback.Sales;
using BundleFunctions.MachineLearning;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Training;
using BundleFunctions.Training.Ranking;
using BundleFunctions.Training.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles train</c>: the container job's entry.</summary>
internal static class TrainCommand
{
    private static readonly string[] OrderNames = [new LinearRankerTrainer().Name, .. RankingTrees.Trainers.Select(trainer => trainer.Name)];

    public static Command Create(CommandRunner runner, Func<Stream> openInput)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var threads = new Option<int>("--threads")
        {
            Description = "Threads to count with; the model is the same for any number.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--threads: expected 1 or more.");
            }
        });
        var stopWithInput = new Option<bool>("--stop-with-input")
        {
            Description = "Stop when standard input ends, and so never outlive the process that started this one.",
        };
        var deep = new Option<string?>("--deep")
        {
            Description = $"Let deep models compete too (needs Python with PyTorch, and ONNX Runtime); some of {string.Join(", ", DeepCatalogue.All.Select(kind => $"{kind.Name} ({kind.About})"))}. Without names: {string.Join(", ", DeepSet.Names)}, or those of the setting Training:Deep.",
            HelpName = "A,B,C",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("train", "Trains a shop's model on all its events and writes it to the blob store; the publisher takes it from there.")
        {
            shop,
            data,
            threads,
            stopWithInput,
            deep,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            if (parsed.GetValue(stopWithInput))
            {
                _ = CancelAtEndAsync(openInput(), stop);
            }

            var options = new TrainingOptions { Threads = parsed.GetValue(threads) };
            return await runner.RunAsync(
                parsed.GetValue(data),
                (services, token) =>
                {
                    var configuration = CommandRunner.Configuration(parsed.GetValue(data));
                    var names = DeepSettings.Names(configuration, parsed.GetResult(deep) is not null, parsed.GetValue(deep));
                    var contestants = Deep(runner, services.GetRequiredService<ITensorRuntime>(), names, DeepSettings.Options(configuration));
                    var chosen = contestants is null ? options
                        : options with { Contest = options.Contest with { Models = [.. options.Contest.Models, .. names] } };
                    contestants = (contestants ?? new TrainingContestants()) with { Rankers = [new LinearRankerTrainer(), .. RankingTrees.Trainers] };
                    return TrainAsync(runner, services, parsed.GetValue(shop), chosen, contestants, token);
                },
                stop.Token);
        });
        return command;
    }

    private static async Task<int> TrainAsync(
        CommandRunner runner, IServiceProvider services, ShopId shop, TrainingOptions options, TrainingContestants? contestants, CancellationToken cancellationToken)
    {
        runner.Lines.Step($"Training shop {shop} with {options.Threads} threads");
        var run = new TrainingRun(
            services.GetRequiredService<IBlobStore>(), options, services.GetRequiredService<TimeProvider>(), contestants);
        var report = await run.RunAsync(shop, new TrainingLines(runner.Lines), cancellationToken);
        var model = report.Model;
        runner.Lines.Step(
            $"{report.Baskets.Events:N0} events gave {report.Baskets.Orders:N0} orders; {report.Baskets.EmptiedOrders:N0} were given back whole, {report.Baskets.UnmatchedRefunds:N0} refunds found no order");
        foreach (var (name, rule) in report.Hygiene.Rules.Where(rule => rule.Value.Events > 0))
        {
            runner.Lines.Step($"Left out by {name}: {rule.Events:N0} events of {rule.Visitors:N0} visitors and {rule.Orders:N0} orders");
        }

        if (model.Metrics.TryGetValue("hitRate@10", out var hitRate))
        {
            runner.Lines.Step(
                $"Hit rate at 10: {hitRate:F3} (popularity {model.Metrics["popularity.hitRate@10"]:F3}) on {model.Metrics["test.cases"]:N0} held-out orders");
        }

        if (model.Gate is { } gate)
        {
            runner.Lines.Step($"{model.Model} serves: {gate.Decision}. {gate.Reasons[0]}");
        }

        TellOrder(runner, model);
        runner.Lines.Step(
            $"Model {model.ModelId} ({model.Model}): {model.TotalOrders:N0} orders, {model.Products:N0} products, {model.Metrics["model.neighbours"]:N0} neighbours, {model.Metrics["model.sets"]:N0} sets");
        await ReportAsync(runner, services, shop, cancellationToken);
        return ExitCodes.Done;
    }

    private static void TellOrder(CommandRunner runner, ModelManifest model)
    {
        if (model.OrderGate is not { } gate)
        {
            return;
        }

        foreach (var name in (string[])[RankingContest.Published, .. OrderNames])
        {
            if (model.Metrics.TryGetValue($"order.{name}.ndcg@10", out var ndcg))
            {
                runner.Lines.Step(
                    $"Order {name}: NDCG at 10 {ndcg:F4} ({model.Metrics[$"order.{name}.ndcg@10.low"]:F4} to {model.Metrics[$"order.{name}.ndcg@10.high"]:F4}) on {model.Metrics["order.cases"]:N0} answers");
            }
        }

        runner.Lines.Step($"The {model.Order ?? RankingContest.Published} order serves ({gate.Decision}; {RankingTrees.About}). {gate.Reasons[0]}");
    }

    // A model that is trained is trained: a report that fails is written by the timer.
    private static async Task ReportAsync(CommandRunner runner, IServiceProvider services, ShopId shop, CancellationToken cancellationToken)
    {
        try
        {
            var report = await services.GetRequiredService<SalesDesk>().WriteAsync(shop, cancellationToken);
            runner.Lines.Step($"Sales report through {report.To:yyyy-MM-dd}: {report.Total.NetRevenue:N2} {report.Currency} of {report.Revenue:N2} credited to bundles ({SalesDesk.File(shop, "html")})");
        }
        catch (Exception e) when (e is StoreException or InvalidDataException or InvalidShopSettingsException)
        {
            runner.Lines.Step($"The sales report was not written: {e.Message}");
        }
    }

    // Where something is missing that they need, the classical models train alone, and the log says so.
    private static TrainingContestants? Deep(CommandRunner runner, ITensorRuntime runtime, IReadOnlyList<string> names, DeepOptions options)
    {
        if (names.Count == 0)
        {
            return null;
        }

        if ((TrainerPlace.Find(options).Missing ?? (runtime.IsPresent ? null : $"{runtime.About}.")) is { } missing)
        {
            runner.Lines.Step($"No deep models are trained: {missing}");
            return null;
        }

        runner.Lines.Step($"Deep models compete too: {string.Join(", ", names)}; scored by {runtime.About}");
        return DeepSet.Create(names, options, runtime, (name, progress) => runner.Lines.Progress(
            () => $"{name}: step {progress.Step:N0} of {progress.Steps:N0}, loss {progress.Loss:F4}, about {progress.SecondsLeft:N0} s left"));
    }

    private static async Task CancelAtEndAsync(Stream input, CancellationTokenSource stop)
    {
        try
        {
            await using (input)
            {
                await input.CopyToAsync(Stream.Null, stop.Token);
            }

            await stop.CancelAsync();
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or IOException)
        {
            // The command ended first.
        }
    }
}
