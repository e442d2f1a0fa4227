using System.CommandLine;
using BundleFunctions.Operations.Migration;
using BundleFunctions.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles migrate</c>: what older programs stored, in the form of this one.</summary>
internal static class MigrateCommand
{
    public static Command Create(CommandRunner runner)
    {
        var (shop, data) = (CommonOptions.Shop(), CommonOptions.Data());
        shop.Required = false;
        shop.Description = "One shop; every shop where it is left out.";
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what there is to do." };
        var command = new Command("migrate", "Brings what is stored to the versions of this program; refuses what a newer one wrote. Stopped halfway, run it again.") { shop, dryRun, data };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var migrator = services.GetRequiredService<ShopMigrator>();
                IReadOnlyList<ShopId> shops = parsed.GetResult(shop) is null
                    ? await services.GetRequiredService<ShopDirectory>().ListAsync(token)
                    : [parsed.GetValue(shop)];
                var failed = false;
                foreach (var each in shops)
                {
                    var report = parsed.GetValue(dryRun)
                        ? new MigrationReport(each, await migrator.LookAsync(each, token), [])
                        : await migrator.MigrateAsync(each, token);
                    failed |= report.Fault is not null || report.Found.Any(state => state.IsNewer);
                    Print(runner.Lines, report);
                }

                return failed ? ExitCodes.Failed : ExitCodes.Done;
            },
            cancellationToken));
        return command;
    }

    private static void Print(ConsoleLines lines, MigrationReport report)
    {
        foreach (var state in report.Found)
        {
            lines.Say($"{report.Shop}  {state.Name}: version {state.Current}; {state.Old} older{(report.Upgraded.Contains(state.Name, StringComparer.Ordinal) ? ", migrated" : "")}{(state.IsNewer ? $", version {state.Newest} of a newer program" : "")}");
        }

        if (report.Fault is not null)
        {
            lines.Say($"{report.Fault}");
        }
    }
}
