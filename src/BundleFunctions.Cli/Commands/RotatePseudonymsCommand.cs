using System.CommandLine;
using System.Security.Cryptography;
using BundleFunctions.Hosting.Settings;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles keys rotate-pseudonyms</c>: a new key for the names of persons, beside those under which older ones are found.</summary>
internal static class RotatePseudonymsCommand
{
    public static Command Create(CommandRunner runner)
    {
        var data = CommonOptions.Data();
        var forget = new Option<bool>("--forget-oldest")
        {
            Description = "Take the oldest retired key away instead, when all that was written under it is gone: nobody is found by it any more.",
        };
        var command = new Command("rotate-pseudonyms", "Makes a new key for pseudonyms; the old one stays as a retired one, under which persons are found still.") { forget, data };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            _ => Task.FromResult(Change(runner.Lines, parsed.GetValue(data), parsed.GetValue(forget))), cancellationToken));
        return command;
    }

    private static int Change(ConsoleLines lines, DirectoryInfo? data, bool forget)
    {
        var configuration = CommandRunner.Configuration(data);
        if (!PseudonymKey.IsInFile(configuration))
        {
            // Settings are somebody else's to change: a vault, a deployment.
            lines.Say($"Keys come from the settings. A new one, which is shown this once:");
            lines.Say($"  {Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}");
            lines.Say($"1. Add it to Pseudonyms:RetiredKeys of every host, so that each can find what another writes under it, and restart them.");
            lines.Say($"2. Make it Pseudonyms:Key, put the old one into Pseudonyms:RetiredKeys in its place, and restart them again.");
            lines.Say($"3. Take the old one out when the lake holds nothing any more from before (retention.lakeDays).");
            return ExitCodes.Done;
        }

        var stores = StoreSettings.Read(configuration);
        var keys = forget ? PseudonymKey.ForgetOldest(stores) : PseudonymKey.Rotate(stores);
        lines.Say($"The ring has {keys} keys now. Restart every host of these stores.");
        return ExitCodes.Done;
    }
}
