using System.CommandLine;
using System.Globalization;
using BundleFunctions.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles privacy retention</c>: deletes what is older than the shop keeps it.</summary>
internal static class RetentionCommand
{
    public static Command Create(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would be deleted." };
        var command = new Command("retention", "Deletes data that are older than 'retention' in the shop's settings says.") { shop, dryRun, data };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var sweeper = services.GetRequiredService<RetentionSweeper>();
                var report = await sweeper.SweepAsync(parsed.GetValue(shop), parsed.GetValue(dryRun), "command", token);
                foreach (var (kind, days, files, bytes) in report.Kinds)
                {
                    var kept = days is { } known ? $"{known.ToString(CultureInfo.InvariantCulture)} days" : "for ever";
                    runner.Lines.Say($"{kind,-12} kept {kept,-12} {files,8:N0} files {(report.DryRun ? "too old" : "deleted")}, {bytes:N0} bytes");
                }

                return ExitCodes.Done;
            },
            cancellationToken));
        return command;
    }
}
