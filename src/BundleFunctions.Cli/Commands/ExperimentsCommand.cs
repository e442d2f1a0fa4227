using System.CommandLine;
using BundleFunctions.Experiments;
using BundleFunctions.Feedback.Sales;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles experiments</c>: what a shop tries out.</summary>
internal static class ExperimentsCommand
{
    public static Command Create(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var list = new Command("list", "Lists a shop's experiments and their variants.") { shop, data };
        list.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                Print(runner.Lines, await services.GetRequiredService<ExperimentStore>().ReadAsync(parsed.GetValue(shop), token));
                return ExitCodes.Done;
            },
            cancellationToken));

        var tend = new Command("tend", "Stops variants that break a guardrail and lets the bandit learn, as the timer does.") { shop, data };
        tend.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var report = await services.GetRequiredService<ExperimentKeeper>().TendAsync(parsed.GetValue(shop), token);
                foreach (var (variant, reason) in report.Stopped)
                {
                    runner.Lines.Say($"{variant} was stopped. {reason}");
                }

                runner.Lines.Say($"{report.LearntBundles ?? 0:N0} bundles learnt");
                return ExitCodes.Done;
            },
            cancellationToken));
        return new Command("experiments", "Looks at what a shop tries out.") { list, tend };
    }

    private static void Print(ConsoleLines lines, ExperimentBook book)
    {
        lines.Say($"version {book.Version}, holdout {book.Holdout.Share:P1}, bandit {(book.Bandit is null ? "off" : "on")}");
        foreach (var experiment in book.Experiments)
        {
            lines.Say($"{experiment.Id}  from {experiment.StartAt:yyyy-MM-dd HH:mm}  layer {experiment.Layer} {experiment.From:P0} + {experiment.Share:P0}");
            foreach (var variant in experiment.Variants)
            {
                lines.Say($"    {variant.Id,-8} weight {variant.Weight} {(variant.Stopped is null ? "" : $"stopped: {variant.Stopped}")}");
            }
        }
    }
}
