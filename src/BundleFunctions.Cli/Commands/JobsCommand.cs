using System.CommandLine;
using BundleFunctions.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles jobs</c>: the training runs of a shop.</summary>
internal static class JobsCommand
{
    private const int DefaultLimit = 20;

    public static Command Create(CommandRunner runner) =>
        new("jobs", "Looks at the training runs of a shop, what they cost, and ends one.") { List(runner), Cancel(runner), Log(runner) };

    private static Command List(CommandRunner runner)
    {
        var (shop, data) = (CommonOptions.Shop(), CommonOptions.Data());
        var limit = new Option<int>("--limit") { Description = "Most runs to list.", DefaultValueFactory = _ => DefaultLimit };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--limit: expected 1 or more.");
            }
        });
        var command = new Command("list", "Lists a shop's training runs, the newest first, each with the machine's seconds and their price.") { shop, limit, data };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                foreach (var job in await services.GetRequiredService<ITrainingJobs>().ListAsync(parsed.GetValue(shop), parsed.GetValue(limit), token))
                {
                    JobLines.Print(runner.Lines, job);
                }

                return ExitCodes.Done;
            },
            cancellationToken));
        return command;
    }

    private static Command Cancel(CommandRunner runner)
    {
        var (shop, data, tick) = (CommonOptions.Shop(), CommonOptions.Data(), Tick());
        var command = new Command("cancel", "Asks a run to end. Nothing half-done counts: the last good generation goes on serving.") { shop, tick, data };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var job = await services.GetRequiredService<ITrainingJobs>().CancelAsync(parsed.GetValue(shop), parsed.GetValue(tick)!, token);
                return Tell(runner, job, parsed.GetValue(shop), parsed.GetValue(tick)!);
            },
            cancellationToken));
        return command;
    }

    private static Command Log(CommandRunner runner)
    {
        var (shop, data, tick) = (CommonOptions.Shop(), CommonOptions.Data(), Tick());
        var command = new Command("log", "Prints the last lines of a run's log, or where it can be read.") { shop, tick, data };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var jobs = await services.GetRequiredService<ITrainingJobs>().ListAsync(parsed.GetValue(shop), int.MaxValue, token);
                var job = jobs.FirstOrDefault(job => string.Equals(job.Tick, parsed.GetValue(tick), StringComparison.Ordinal));
                foreach (var line in job?.Log ?? [])
                {
                    runner.Lines.Say($"{line}");
                }

                return Tell(runner, job, parsed.GetValue(shop), parsed.GetValue(tick)!);
            },
            cancellationToken));
        return command;
    }

    private static int Tell(CommandRunner runner, TrainingJob? job, ShopId shop, string tick)
    {
        if (job is null)
        {
            runner.Lines.Say($"Shop {shop} has no training run of tick '{tick}'; 'bundles jobs list' names them.");
            return ExitCodes.Failed;
        }

        JobLines.Print(runner.Lines, job);
        return ExitCodes.Done;
    }

    private static Option<string> Tick() => new("--tick") { Description = "The run, by the tick that started it.", HelpName = "TICK", Required = true };
}
