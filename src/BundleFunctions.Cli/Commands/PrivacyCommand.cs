using System.CommandLine;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles privacy</c>: what is kept of a person, and its end.</summary>
internal static class PrivacyCommand
{
    public static Command Create(CommandRunner runner) => new("privacy", "Erases and exports what is kept of a person, and deletes old data.")
    {
        EraseCommand.Create(runner),
        ExportCommand.Create(runner),
        OptOutCommand.Create(runner),
        ProfileCommand.Create(runner),
        PseudonymCommand.Create(runner),
        RetentionCommand.Create(runner),
        VerifyCommand.Create(runner),
    };
}
