using System.CommandLine;
using BundleFunctions.Intake;
using BundleFunctions.Intake.Advice;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles lake</c>: what lies in the lake.</summary>
internal static class LakeCommand
{
    public static Command Create(CommandRunner runner) => new("lake", "Looks into the lake of accepted events.")
    {
        Stats(runner),
        Advice(runner),
        LakeCompactCommand.Create(runner),
    };

    private static Command Stats(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var stats = new Command(
            "stats", "Adds up what intake has taken from a shop's files: how many records, how complete, how old, of what types. Reads commits, not events.") { shop, data };
        stats.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                LakeLines.Print(runner.Lines, await services.GetRequiredService<IntakeSummary>().ReadAsync(parsed.GetValue(shop), token));
                return ExitCodes.Done;
            },
            cancellationToken));
        return stats;
    }

    private static Command Advice(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var advice = new Command(
            "advice", "Reads the whole lake and says whether the data are enough to learn from, what is missing, and why it matters.") { shop, data };
        advice.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                LakeLines.Print(runner.Lines, await services.GetRequiredService<DataAdvisor>().ReadAsync(parsed.GetValue(shop), token));
                return ExitCodes.Done;
            },
            cancellationToken));
        return advice;
    }
}
