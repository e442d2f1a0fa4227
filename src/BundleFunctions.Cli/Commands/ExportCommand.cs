using System.CommandLine;
using BundleFunctions.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles privacy export</c>: everything that is kept of a person.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var person = new PersonOptions();
        var output = new Option<FileInfo>("--output") { Description = "Where the lines go, one JSON object each.", HelpName = "FILE", Required = true };
        var command = new Command("export", "Writes everything that is kept of a person to a file.") { shop, output, data };
        person.AddTo(command);
        person.RequireIn(command);
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var file = parsed.GetValue(output)!;
                await using var stream = file.Create();
                var lines = await services.GetRequiredService<PersonExporter>().ExportAsync(parsed.GetValue(shop), person.Read(parsed), stream, "command", token);
                runner.Lines.Step($"{lines:N0} lines in {file.FullName}.");
                return ExitCodes.Done;
            },
            cancellationToken));
        return command;
    }
}
