using System.CommandLine;
using BundleFunctions.Intake.Maps;
using BundleFunctions.Shops;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles ingest</c>: drops files as raw blobs and takes them in, or tells what would become of them.</summary>
internal static class IngestCommand
{
    private const int MostThreads = 4;

    private const string Description = """
        Drops files into a shop's box as raw blobs and takes them in. A file given twice counts once.

        What a file is stands in its content, not in its name: NDJSON, a JSON array, CSV with any usual separator, Parquet where this build reads it,
        each plain or gzip. With --dry-run nothing is written: every file is read and judged, and the first refusals of each code are shown.

        Examples:
          bundles ingest --shop acme --data .bundles exports/events
          bundles ingest --shop acme --data .bundles --map ga4 --dry-run events_20260201.json.gz
          bundles ingest --shop acme --data .bundles --map till.map.json orders.csv
          bundles ingest --shop acme --data .bundles --catalogue products_full.csv
          bundles ingest --shop acme --data .bundles --threads 1 history.ndjson.gz
        """;

    public static Command Create(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var map = new Option<string?>("--map")
        {
            Description = "Import map of the files: one that comes with the product (online-retail, ga4, retail-v2, product-recommendations, personalize), "
                + "or a file that holds one; kept in the shop's settings. docs/import-maps.md explains.",
            HelpName = "NAME|FILE",
        };
        var catalogue = new Option<bool>("--catalogue") { Description = "The files are product files, not events." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what would become of the files; nothing is written." };
        var threads = Threads();
        var paths = new Argument<FileSystemInfo[]>("PATH")
        {
            Description = "Files, or folders with all that is below them.",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.AcceptExistingOnly();
        var command = new Command("ingest", Description) { shop, data, map, catalogue, dryRun, threads, paths };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var id = parsed.GetValue(shop);
                var isCatalogue = parsed.GetValue(catalogue);
                var files = IngestFile.Find(isCatalogue ? BlobLayout.Catalogue : BlobLayout.Events, id, parsed.GetValue(paths)!);
                var ingest = parsed.GetValue(dryRun)
                    ? new FileTrial(services, runner.Lines)
                    : (FileIngest)new FileDrop(services, runner.Lines, parsed.GetValue(threads));
                if (parsed.GetValue(map) is { } chosen)
                {
                    var (name, own) = await ReadMapAsync(chosen, token);
                    await ingest.UseMapAsync(id, !isCatalogue, name, own, token);
                }

                return await ingest.RunAsync(files, token);
            },
            cancellationToken));
        return command;
    }

    // Parsing is done side by side and the rest in turns, so that a few threads are as fast as many; each costs the memory of its tables.
    private static Option<int> Threads()
    {
        var threads = new Option<int>("--threads")
        {
            Description = "Threads that read a file of events at once, each with some 40 MB of its own; the lake is the same on any number. "
                + "One for each processor, but no more than four, unless given.",
            DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, MostThreads),
        };
        threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--threads: expected 1 or more.");
            }
        });
        return threads;
    }

    private static async Task<(string Name, ReadOnlyMemory<byte>? Own)> ReadMapAsync(string map, CancellationToken cancellationToken)
    {
        if (!File.Exists(map))
        {
            return (map, null);
        }

        ReadOnlyMemory<byte> own = await File.ReadAllBytesAsync(map, cancellationToken);
        return (ImportMaps.Own, own);
    }
}
