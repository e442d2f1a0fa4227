using System.CommandLine;
using BundleFunctions.Catalogue;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles catalogue</c>: a shop's catalogues over time.</summary>
internal static class CatalogueCommand
{
    public static Command Create(CommandRunner runner)
    {
        var to = new Option<string>("--to") { Description = "Id of the version, or the start of it.", HelpName = "ID", Required = true };
        return new Command("catalogue", "Looks at a shop's catalogues, goes back to an earlier one, and promotes what waits in staging.")
        {
            Make(runner, "versions", "Lists the catalogues that were current, the newest first.", [], act: null, ListAsync),
            Make(runner, "switch", "Makes an earlier catalogue current again; files that come in later go over it.", [to], "catalogue.switch", async (versions, lines, shop, parsed, token) =>
            {
                Print(lines, await versions.SwitchAsync(shop, parsed.GetValue(to)!, token));
                return ExitCodes.Done;
            }),
            Make(runner, "staged", "Shows what waits in staging and what promoting it would change.", [], act: null, ShowAsync),
            Make(runner, "promote", "Makes what waits in staging current, together with what came in meanwhile.", [], "catalogue.promote", async (versions, lines, shop, _, token) =>
                Say(lines, await versions.PromoteAsync(shop, token))),
            Make(runner, "discard", "Gives up what waits in staging.", [], "catalogue.discard", async (versions, lines, shop, _, token) =>
            {
                lines.Say(await versions.DiscardAsync(shop, token) ? (FormattableString)$"What waited in staging is given up." : $"Nothing waits in staging.");
                return ExitCodes.Done;
            }),
        };
    }

    private static async Task<int> ListAsync(CatalogueVersions versions, ConsoleLines lines, ShopId shop, ParseResult parsed, CancellationToken cancellationToken)
    {
        var list = await versions.ListAsync(shop, cancellationToken);
        lines.Say($"{list.Count:N0} versions");
        foreach (var version in list)
        {
            lines.Say($"{version.SnapshotId}  {version.At:yyyy-MM-dd HH:mm}  {version.Products,9:N0} products  {(version.IsCurrent ? "current  " : "         ")}{version.Reason}");
        }

        return ExitCodes.Done;
    }

    private static async Task<int> ShowAsync(CatalogueVersions versions, ConsoleLines lines, ShopId shop, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (await versions.FindStagedAsync(shop, cancellationToken) is not { } staged)
        {
            lines.Say($"Nothing waits in staging.");
            return ExitCodes.Done;
        }

        lines.Say($"{staged.SnapshotId}  {staged.At:yyyy-MM-dd HH:mm}  {staged.Reason}");
        Print(lines, staged.Changes);
        return ExitCodes.Done;
    }

    private static int Say(ConsoleLines lines, CatalogueChanges? changes)
    {
        if (changes is null)
        {
            lines.Say($"Nothing waits in staging.");
            return ExitCodes.Failed;
        }

        Print(lines, changes);
        return ExitCodes.Done;
    }

    private static void Print(ConsoleLines lines, CatalogueChanges changes)
    {
        lines.Say($"{changes.Before:N0} products before, {changes.After:N0} after: {changes.Added:N0} added, {changes.Retired:N0} retired, {changes.Changed:N0} changed, {changes.Repriced:N0} of them in price");
        foreach (var (what, ids) in changes.Samples.Where(pair => pair.Value.Count > 0))
        {
            lines.Say($"  {what}: {string.Join(", ", ids)}");
        }
    }

    private static Command Make(
        CommandRunner runner,
        string name,
        string description,
        Option<string>[] options,
        string? act,
        Func<CatalogueVersions, ConsoleLines, ShopId, ParseResult, CancellationToken, Task<int>> work)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var command = new Command(name, description) { shop, data };
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                if (act is not null)
                {
                    await services.WriteAuditAsync(parsed.GetValue(shop), act, options.Length == 0 ? null : parsed.GetValue(options[0]), token);
                }

                return await work(services.GetRequiredService<CatalogueVersions>(), runner.Lines, parsed.GetValue(shop), parsed, token);
            },
            cancellationToken));
        return command;
    }
}
