using System.CommandLine;
using BundleFunctions.Training.Search;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles tune</c>: a budgeted search for a model's options on a shop's validation orders, which can be ended and goes on.</summary>
internal static class TuneCommand
{
    public static Command Create(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var known = string.Join(", ", TunableModels.All.Select(model => model.Name));
        var model = new Option<string>("--model")
        {
            Description = $"Whose options are searched for: {known}.",
            HelpName = "MODEL",
            Required = true,
        };
        model.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } name && TunableModels.Find(name) is null)
            {
                result.AddError($"--model: '{name}' is no model that can be tuned; expected one of {known}.");
            }
        });
        var log = new Option<FileInfo>("--log") { Description = "File of trials, a JSON line each; a search that was ended goes on from it.", HelpName = "FILE", Required = true };
        var task = TaskOption.Create();
        var share = NumberOption.Create("--share", "Share of the orders that validate; as many newer ones stay unread (basket).", 0.1, 0.01, 0.4);
        var maxCases = NumberOption.Create("--max-cases", "Most cases; more are thinned out evenly in time.", 2000, 1, 1_000_000);
        var cut = NumberOption.Create("--cut", "Items that a shop shows at once.", 10, 1, 1000);
        var trials = NumberOption.Create("--trials", "Most trials, those in the log counted.", 30, 1, 100_000);
        var seconds = NumberOption.Create("--max-seconds", "No trial starts after this time.", 600, 1, 1_000_000);
        var rounds = NumberOption.Create("--rounds", "Rounds of successive halving: the first ask few cases of many settings.", 1, 1, 8);
        var seed = new Option<ulong>("--seed") { Description = "For hidden items, trials and training.", DefaultValueFactory = _ => 1 };
        var threads = NumberOption.Create("--threads", "Threads; what is found is the same for any number.", Environment.ProcessorCount, 1, 1024);
        var command = new Command(
            "tune",
            "Searches for a model's best options on a shop's validation orders, within a budget, and never on the newest orders, by which models are judged.")
        {
            shop, data, model, log, task, share, maxCases, cut, trials, seconds, rounds, seed, threads,
        };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            (services, token) => new TuneRun(services, runner.Lines).RunAsync(
                parsed.GetValue(shop),
                new TuneRequest(
                    TunableModels.Find(parsed.GetRequiredValue(model))!, parsed.GetValue(task), parsed.GetValue(share), (int)parsed.GetValue(maxCases),
                    (int)parsed.GetValue(cut), (int)parsed.GetValue(threads), parsed.GetRequiredValue(log),
                    new SearchOptions
                    {
                        MaxTrials = (int)parsed.GetValue(trials),
                        MaxTime = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                        Seed = parsed.GetValue(seed),
                        Rounds = (int)parsed.GetValue(rounds),
                    }),
                token),
            cancellationToken));
        return command;
    }
}
