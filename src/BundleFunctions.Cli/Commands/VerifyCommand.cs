using System.CommandLine;
using BundleFunctions.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles privacy verify</c>: whether a receipt is one of ours, unchanged, and whose.</summary>
internal static class VerifyCommand
{
    public static Command Create(CommandRunner runner)
    {
        var data = CommonOptions.Data();
        var person = new PersonOptions();
        var file = new Argument<FileInfo>("receipt") { Description = "The signed receipt.", HelpName = "FILE" };
        var command = new Command("verify", "Checks the receipt of an erasure; with identifiers, also whether it is for them.") { file, data };
        person.AddTo(command);
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var signer = services.GetRequiredService<ReceiptSigner>();
                var check = signer.Verify(await File.ReadAllBytesAsync(parsed.GetValue(file)!.FullName, token));
                if (!check.IsValid)
                {
                    runner.Lines.Say($"Not valid. {check.Reason}");
                    return ExitCodes.Failed;
                }

                var identifiers = person.Read(parsed);
                if (identifiers.Validate() is null && !signer.IsFor(check.Receipt!, identifiers))
                {
                    runner.Lines.Say($"Valid, but not for these identifiers.");
                    return ExitCodes.Failed;
                }

                runner.Lines.Say($"Valid: erasure {check.Receipt!.Id} of shop {check.Receipt.Shop}, done at {check.Receipt.CompletedAt:O}.");
                return ExitCodes.Done;
            },
            cancellationToken));
        return command;
    }
}
