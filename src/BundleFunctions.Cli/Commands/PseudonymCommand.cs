using System.CommandLine;
using BundleFunctions.Security;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles privacy pseudonym</c>: under which name a person stands in our files.</summary>
internal static class PseudonymCommand
{
    public static Command Create(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var person = new PersonOptions();
        var command = new Command("pseudonym", "Prints a person's pseudonyms, such as for hygiene.testOrders.people in the shop's settings.") { shop, data };
        person.AddTo(command);
        person.RequireIn(command);
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            (services, _) =>
            {
                var (names, ids) = (services.GetRequiredService<Pseudonymizer>(), person.Read(parsed));
                Print(runner.Lines, names, parsed.GetValue(shop), PseudonymKind.User, ids.UserIds);
                Print(runner.Lines, names, parsed.GetValue(shop), PseudonymKind.Visitor, ids.VisitorIds);
                Print(runner.Lines, names, parsed.GetValue(shop), PseudonymKind.Session, ids.SessionIds);
                return Task.FromResult(ExitCodes.Done);
            },
            cancellationToken));
        return command;
    }

    // In the order in which they were given: the identifiers themselves are not printed.
    private static void Print(ConsoleLines lines, Pseudonymizer names, ShopId shop, PseudonymKind kind, IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
        {
            lines.Say($"{kind.ToString().ToLowerInvariant(),-8} {names.Create(kind, shop, id)}");
        }
    }
}
