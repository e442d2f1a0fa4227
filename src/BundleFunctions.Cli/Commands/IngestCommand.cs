using System.CommandLine;
using BundleFunctions.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles ingest</c>: drops files as raw blobs and takes them in.</summary>
internal static class IngestCommand
{
    public static Command Create(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var map = new Option<string?>("--map")
        {
            Description = "Import map of the shop's event files, for instance online-retail; kept in the shop's settings.",
            HelpName = "NAME",
        };
        var catalogue = new Option<bool>("--catalogue") { Description = "The files are product files, not events." };
        var paths = new Argument<FileSystemInfo[]>("PATH")
        {
            Description = "Files, or folders with all that is below them: NDJSON, JSON array or CSV, plain or .gz.",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.AcceptExistingOnly();
        var command = new Command("ingest", "Drops files into a shop's box as raw blobs and takes them in. A file given twice counts once.")
        {
            shop,
            data,
            map,
            catalogue,
            paths,
        };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var id = parsed.GetValue(shop);
                await SaveMapAsync(services.GetRequiredService<ShopDirectory>(), id, parsed.GetValue(map), token);
                var container = parsed.GetValue(catalogue) ? BlobLayout.Catalogue : BlobLayout.Events;
                var files = IngestFile.Find(container, id, parsed.GetValue(paths)!);
                return await new FileIngest(services, runner.Lines).RunAsync(files, token);
            },
            cancellationToken));
        return command;
    }

    private static async Task SaveMapAsync(ShopDirectory shops, ShopId shop, string? map, CancellationToken cancellationToken)
    {
        if (map is not null)
        {
            var settings = await shops.GetSettingsAsync(shop, cancellationToken);
            await shops.SaveSettingsAsync(shop, settings with { EventMap = map }, cancellationToken);
        }
    }
}
