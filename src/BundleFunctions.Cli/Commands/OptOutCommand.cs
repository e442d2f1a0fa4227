using System.CommandLine;
using BundleFunctions.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles privacy opt-out</c>: a person does not want to be known.</summary>
internal static class OptOutCommand
{
    public static Command Create(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var person = new PersonOptions();
        var remove = new Option<bool>("--remove") { Description = "Take the person off the list." };
        var command = new Command("opt-out", "Puts a person on the list of those who get no personal answers and are in no per-user model.") { shop, remove, data };
        person.AddTo(command);
        person.RequireIn(command);
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var optedOut = !parsed.GetValue(remove);
                var count = await services.GetRequiredService<OptOutDesk>().SetAsync(parsed.GetValue(shop), person.Read(parsed), optedOut, "command", token);
                runner.Lines.Say($"{count} identifiers are {(optedOut ? "on" : "off")} the list now.");
                return ExitCodes.Done;
            },
            cancellationToken));
        return command;
    }
}
