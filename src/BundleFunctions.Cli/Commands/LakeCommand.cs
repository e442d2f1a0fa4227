using System.CommandLine;
using BundleFunctions.Intake;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles lake</c>: what lies in the lake.</summary>
internal static class LakeCommand
{
    public static Command Create(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var stats = new Command("stats", "Adds up what intake has taken from a shop's files.") { shop, data };
        stats.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                Print(runner.Lines, await services.GetRequiredService<IntakeSummary>().ReadAsync(parsed.GetValue(shop), token));
                return ExitCodes.Done;
            },
            cancellationToken));
        return new Command("lake", "Looks into the lake of accepted events.") { stats, LakeCompactCommand.Create(runner) };
    }

    private static void Print(ConsoleLines lines, IntakeOverview overview)
    {
        lines.Say($"shop          {overview.Shop}");
        lines.Say($"files         {overview.Files:N0}");
        lines.Say($"records       {overview.RecordsRead:N0}");
        lines.Say($"accepted      {overview.Accepted:N0}");
        lines.Say($"duplicates    {overview.Duplicates:N0}");
        lines.Say($"rejected      {overview.Rejected.Values.Sum():N0}");
        foreach (var (code, count) in overview.Rejected)
        {
            lines.Say($"  {code,-30} {count:N0}");
        }

        lines.Say($"days          {overview.FirstDay ?? "none"} .. {overview.LastDay ?? "none"}");
        lines.Say($"not taken in  {overview.NotTakenIn.Count:N0}");
    }
}
