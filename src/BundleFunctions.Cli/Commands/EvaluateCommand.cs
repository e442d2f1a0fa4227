using System.CommandLine;
using BundleFunctions.DeepModels.Training;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles evaluate</c>: models side by side on a shop's held-out orders.</summary>
internal static class EvaluateCommand
{
    private static IEnumerable<(string Name, string About)> Known =>
        ModelCatalogue.All.Select(model => (model.Name, model.About)).Concat(DeepCatalogue.All.Select(kind => (kind.Name, kind.About)));

    public static Command Create(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var models = new Option<string[]>("--models")
        {
            Description = $"Names with commas between: {string.Join(", ", Known.Select(model => $"{model.Name} ({model.About})"))}. The last {DeepCatalogue.All.Count} need Python with PyTorch, and ONNX Runtime.",
            HelpName = "A,B,C",
            DefaultValueFactory = _ => ["ease"],
            CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)],
        };
        models.Validators.Add(result =>
        {
            foreach (var name in (result.GetValueOrDefault<string[]>() ?? []).Where(name => ModelCatalogue.Find(name) is null && DeepCatalogue.Find(name) is null))
            {
                result.AddError($"--models: '{name}' is no model; expected some of {string.Join(", ", Known.Select(model => model.Name))}.");
            }
        });
        var task = TaskOption.Create();
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder for report.json and report.html; made where it is missing.", HelpName = "DIR", Required = true };
        var share = NumberOption.Create("--test-share", "Share of the orders, the newest, that are asked about (basket).", 0.1, 0.01, 0.5);
        var maxCases = NumberOption.Create("--max-cases", "Most cases; more are thinned out evenly in time.", 5000, 1, 1_000_000);
        var cut = NumberOption.Create("--cut", "Items that a shop shows at once.", 10, 1, 1000);
        var seed = new Option<ulong>("--seed") { Description = "For hidden items, training and resamples.", DefaultValueFactory = _ => 1 };
        var threads = NumberOption.Create("--threads", "Threads; the figures are the same for any number.", Environment.ProcessorCount, 1, 1024);
        var command = new Command(
            "evaluate",
            "Trains models on a shop's older orders, asks all of them the same questions about the newer ones, and writes a report with intervals.")
        {
            shop, data, models, task, output, share, maxCases, cut, seed, threads,
        };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            (services, token) => new EvaluationRun(services, runner.Lines, DeepSettings.Options(CommandRunner.Configuration(parsed.GetValue(data)))).RunAsync(
                parsed.GetValue(shop),
                new EvaluationRequest(
                    parsed.GetValue(models)!, parsed.GetValue(task), parsed.GetValue(share), (int)parsed.GetValue(maxCases), parsed.GetRequiredValue(output),
                    new EvaluationOptions { Cut = (int)parsed.GetValue(cut), Seed = parsed.GetValue(seed), Threads = (int)parsed.GetValue(threads) }),
                token),
            cancellationToken));
        return command;
    }
}
