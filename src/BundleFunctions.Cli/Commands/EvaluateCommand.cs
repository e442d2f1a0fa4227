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
        var task = new Option<EvaluationTask>("--task")
        {
            Description = "basket: name the item hidden from an order. next-basket: name what a user buys next.",
            HelpName = "basket|next-basket",
            CustomParser = result => Task(result),
        };
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder for report.json and report.html; made where it is missing.", HelpName = "DIR", Required = true };
        var share = Number("--test-share", "Share of the orders, the newest, that are asked about (basket).", 0.1, 0.01, 0.5);
        var maxCases = Number("--max-cases", "Most cases; more are thinned out evenly in time.", 5000, 1, 1_000_000);
        var cut = Number("--cut", "Items that a shop shows at once.", 10, 1, 1000);
        var seed = new Option<ulong>("--seed") { Description = "For hidden items, training and resamples.", DefaultValueFactory = _ => 1 };
        var threads = Number("--threads", "Threads; the figures are the same for any number.", Environment.ProcessorCount, 1, 1024);
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

    private static Option<double> Number(string name, string description, double standard, double least, double most)
    {
        var option = new Option<double>(name) { Description = FormattableString.Invariant($"{description} {least}..{most}."), DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            var value = result.GetValueOrDefault<double>();
            if (!(value >= least && value <= most) || (least >= 1 && value != Math.Floor(value)))
            {
                result.AddError(FormattableString.Invariant($"{name}: {value} is out of range; expected {(least >= 1 ? "a whole number in " : string.Empty)}{least}..{most}."));
            }
        });
        return option;
    }

    private static EvaluationTask Task(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (text is not ("basket" or "next-basket"))
        {
            result.AddError($"--task: '{text}' is no task; expected basket or next-basket.");
        }

        return text is "next-basket" ? EvaluationTask.NextBasket : EvaluationTask.Basket;
    }
}
