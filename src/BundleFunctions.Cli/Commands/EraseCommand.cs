using System.CommandLine;
using System.Text.Json;
using BundleFunctions.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles privacy erase</c>: forgets a person in every store, and proves it.</summary>
internal static class EraseCommand
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    public static Command Create(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var person = new PersonOptions();
        var raw = new Option<RawFiles>("--raw") { Description = "rewrite: raw files are written anew. keep: they stay, and come in never again.", HelpName = "rewrite|keep" };
        var receipt = new Option<FileInfo?>("--receipt") { Description = "Where the signed receipt goes; to the output where it is left out.", HelpName = "FILE" };
        var command = new Command("erase", "Forgets a person; the same command again goes on where it was stopped.") { shop, raw, receipt, data };
        person.AddTo(command);
        person.RequireIn(command);
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var eraser = services.GetRequiredService<PersonEraser>();
                var id = await eraser.RequestAsync(parsed.GetValue(shop), person.Read(parsed), parsed.GetValue(raw), "command", token);
                runner.Lines.Step($"Erasure {id} begins.");
                var status = (await eraser.RunAsync(parsed.GetValue(shop), token)).FirstOrDefault(done => string.Equals(done.Id, id, StringComparison.Ordinal))
                    ?? await eraser.FindAsync(parsed.GetValue(shop), id, token);
                if (status?.Receipt is not { } signed)
                {
                    runner.Lines.Say($"Not done: {status?.Fault ?? "it is waiting still."}");
                    return ExitCodes.Failed;
                }

                var text = JsonSerializer.Serialize(signed, Indented);
                if (parsed.GetValue(receipt) is { } file)
                {
                    await File.WriteAllTextAsync(file.FullName, text + "\n", token);
                    runner.Lines.Step($"Done. The receipt is {file.FullName}.");
                }
                else
                {
                    runner.Lines.Say($"{text}");
                }

                return ExitCodes.Done;
            },
            cancellationToken));
        return command;
    }
}
