using System.CommandLine;
using System.CommandLine.Parsing;

namespace BundleFunctions.LocalHost.Setup;

/// <summary>The command line of <c>./run</c>.</summary>
internal static class RunCommand
{
    private const string Description = """
        Runs BundleFunctions on this machine: drops a shop's events and catalogue as blobs, trains, publishes and serves bundles.
        Without options it does so for a seeded demo shop. Everything is kept in the data directory, so a second run starts quickly.
        """;

    /// <param name="run">Does what the options say; its answer is the exit code.</param>
    public static RootCommand Create(Func<RunOptions, Task<int>> run)
    {
        var events = new Option<DirectoryInfo?>("--events") { Description = "Folder of event files: NDJSON, JSON array or CSV, plain or gzip." };
        var catalogue = new Option<FileInfo?>("--catalogue") { Description = "Product file; without one a catalogue is derived from the events." };
        var map = new Option<string?>("--map") { Description = "Import map of the event files, for instance online-retail." };
        var shop = new Option<string?>("--shop") { Description = "Shop id: a-z, 0-9 and inner hyphens. Default: demo, or the map's name, or default." };
        var data = new Option<DirectoryInfo?>("--data") { Description = "Data directory. Default: .bundles" };
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1; 0 takes a free one.", DefaultValueFactory = _ => 7071 };
        var seed = new Option<ulong>("--seed") { Description = "Seed of the demo shop.", DefaultValueFactory = _ => 1 };
        var azurite = new Option<bool>("--azurite") { Description = "Keep blobs in the Azurite emulator; started if none answers on port 10000." };
        var serveOnly = new Option<bool>("--serve-only") { Description = "Serve what the stores hold; drop and train nothing at start." };
        var readyFile = new Option<FileInfo?>("--ready-file") { Description = "Write URL and keys to this file as JSON once serving, for scripts." };

        events.Validators.Add(result => RequireExisting(result, result.GetValueOrDefault<DirectoryInfo?>()));
        catalogue.Validators.Add(result => RequireExisting(result, result.GetValueOrDefault<FileInfo?>()));
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65535)
            {
                result.AddError("--port: expected 0..65535.");
            }
        });
        shop.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !ShopId.TryParse(text, out _))
            {
                result.AddError($"--shop: '{text}' is not a shop id; expected 1..63 characters of a-z, 0-9 and inner hyphens.");
            }
        });

        var command = new RootCommand(Description) { events, catalogue, map, shop, data, port, seed, azurite, serveOnly, readyFile };
        command.SetAction(parsed => run(new RunOptions
        {
            Events = parsed.GetValue(events)?.FullName,
            Catalogue = parsed.GetValue(catalogue)?.FullName,
            Map = parsed.GetValue(map),
            Shop = Identifier.Parse<ShopId>(
                parsed.GetValue(shop) ?? (parsed.GetValue(events) is null ? "demo" : parsed.GetValue(map) ?? "default")),
            Data = parsed.GetValue(data)?.FullName,
            Port = parsed.GetValue(port),
            Seed = parsed.GetValue(seed),
            Azurite = parsed.GetValue(azurite),
            ServeOnly = parsed.GetValue(serveOnly),
            ReadyFile = parsed.GetValue(readyFile)?.FullName,
        }));
        return command;
    }

    private static void RequireExisting(OptionResult result, FileSystemInfo? path)
    {
        if (path is { Exists: false })
        {
            result.AddError($"{result.Option.Name}: there is no {path.FullName}.");
        }
    }
}
