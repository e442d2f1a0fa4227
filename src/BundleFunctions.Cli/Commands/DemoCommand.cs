using System.CommandLine;
using BundleFunctions.DemoShop;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles demo</c>: the seeded demo shop as files.</summary>
internal static class DemoCommand
{
    public static Command Create(CommandRunner runner)
    {
        var directory = new Option<DirectoryInfo>("--out") { Description = "Folder to write to; made where it is missing.", HelpName = "DIR", Required = true };
        var seed = new Option<ulong>("--seed")
        {
            Description = "Equal seeds give equal bytes.",
            DefaultValueFactory = _ => new DemoShopOptions().Seed,
        };
        var command = new Command("demo", "Writes the seeded demo shop: a catalogue file, and an event file a day.") { directory, seed };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            token =>
            {
                token.ThrowIfCancellationRequested();
                var target = parsed.GetRequiredValue(directory).FullName;
                var report = DemoShopGenerator.Generate(new DemoShopOptions { Seed = parsed.GetValue(seed) }).WriteTo(target);
                runner.Lines.Step($"{report.Files:N0} files in {target}: {report.Products:N0} products, {report.EventLines:N0} event lines");
                runner.Lines.Say($"bundles ingest --shop demo --catalogue {Path.Combine(target, "catalogue")}");
                runner.Lines.Say($"bundles ingest --shop demo {Path.Combine(target, "events")}");
                return Task.FromResult(ExitCodes.Done);
            },
            cancellationToken));
        return command;
    }
}
