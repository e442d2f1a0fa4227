using System.CommandLine;
using BundleFunctions.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles backup</c>: a shop as one file.</summary>
internal static class BackupCommand
{
    public static Command Create(CommandRunner runner) =>
        new("backup", "Keeps a shop in one file, and brings it back.") { Make(runner), Restore(runner) };

    private static Command Make(CommandRunner runner)
    {
        var (shop, data, file) = (CommonOptions.Shop(), CommonOptions.Data(), File());
        var command = new Command("create", "Writes everything of a shop that cannot be made again into one gzipped tar.") { shop, file, data };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                // Whole under its name or not at all.
                var target = parsed.GetValue(file)!;
                var staged = $"{target.FullName}.part";
                BackupReport report;
                await using (var output = System.IO.File.Create(staged))
                {
                    report = await services.GetRequiredService<ShopBackup>().WriteAsync(parsed.GetValue(shop), output, token);
                }

                System.IO.File.Move(staged, target.FullName, overwrite: true);
                runner.Lines.Step($"{report.Blobs:N0} blobs, {report.Bytes:N0} bytes of shop {report.Shop} are in {target.Name}.");
                return report.Blobs > 0 ? ExitCodes.Done : ExitCodes.Failed;
            },
            cancellationToken));
        return command;
    }

    private static Command Restore(CommandRunner runner)
    {
        var (shop, data, file) = (CommonOptions.Shop(), CommonOptions.Data(), File());
        var command = new Command("restore", "Writes a backup's blobs back into stores that do not hold the shop; 'bundles documents rebuild' comes next.") { shop, file, data };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                await using var input = parsed.GetValue(file)!.OpenRead();
                var report = await services.GetRequiredService<ShopBackup>().RestoreAsync(parsed.GetValue(shop), input, token);
                runner.Lines.Step($"{report.Blobs:N0} blobs of shop {report.Shop} are back; {report.AlreadyThere:N0} were there.");
                runner.Lines.Say($"Next: bundles documents rebuild --shop {report.Shop}, and bundles keys create.");
                return ExitCodes.Done;
            },
            cancellationToken));
        return command;
    }

    private static Option<FileInfo> File() => new("--file") { Description = "The archive.", HelpName = "FILE", Required = true };
}
