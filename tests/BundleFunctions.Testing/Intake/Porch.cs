using System.Text;
using System.Text.Json;
using BundleFunctions.Catalogue;
using BundleFunctions.Intake;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using BundleFunctions.Shops;

namespace BundleFunctions.Testing;

/// <summary>Intake over blobs in memory: drop a file, take it in, look at what lies where.</summary>
public sealed class Porch(ICsvRows csv)
{
    public static ShopId Shop { get; } = Identifier.Parse<ShopId>("acme");

    public static Pseudonymizer Pseudonymizer { get; } = new("a key for tests, 32 bytes or more"u8);

    public ManualClock Clock { get; } = new();

    public InMemoryBlobStore Blobs => field ??= new InMemoryBlobStore(Clock);

    /// <summary>The door, over these blobs or over a store that fails in between.</summary>
    public EventIntake Intake(IBlobStore? blobs = null) =>
        new(blobs ?? Blobs, new ShopDirectory(blobs ?? Blobs), Pseudonymizer, csv, Clock);

    public CatalogueIntake Catalogue(IBlobStore? blobs = null) => new(blobs ?? Blobs, new ShopDirectory(blobs ?? Blobs), csv, Clock);

    public IntakeReconciler Reconciler(IBlobStore? blobs = null) =>
        new(blobs ?? Blobs, Intake(blobs), Catalogue(blobs), Clock);

    public Task SaveSettingsAsync(ShopSettings settings) => new ShopDirectory(Blobs).SaveSettingsAsync(Shop, settings, default);

    public static BlobName Raw(string file) => new(BlobLayout.Events, $"{Shop}/{file}");

    public static BlobName RawCatalogue(string file) => new(BlobLayout.Catalogue, $"{Shop}/{file}");

    public Task DropAsync(BlobName name, byte[] content) => Blobs.PutAsync(name, new MemoryStream(content), BlobCondition.None, default);

    public Task DropAsync(BlobName name, string content) => DropAsync(name, Encoding.UTF8.GetBytes(content));

    /// <summary>Drops an event file and takes it in.</summary>
    public async Task<IntakeReport> IngestAsync(string file, byte[] content)
    {
        await DropAsync(Raw(file), content);
        return await Intake().IngestAsync(Raw(file), default);
    }

    /// <inheritdoc cref="IngestAsync(string, byte[])"/>
    public Task<IntakeReport> IngestAsync(string file, string content) => IngestAsync(file, Encoding.UTF8.GetBytes(content));

    /// <summary>Drops a product file and takes it in.</summary>
    public async Task<CatalogueReport> IngestCatalogueAsync(string file, string content)
    {
        await DropAsync(RawCatalogue(file), content);
        return await Catalogue().IngestAsync(RawCatalogue(file), default);
    }

    /// <summary>What the lake gives.</summary>
    public ValueTask<List<ShopEvent>> EventsAsync() => new LakeReader(Blobs).ReadAsync(Shop, default).ToListAsync();

    /// <summary>Every refusal on record, in the order of the files and lines.</summary>
    public async Task<List<Rejection>> RejectsAsync()
    {
        var rejects = new List<Rejection>();
        foreach (var file in (await StateAsync(BlobLayout.Rejects)).Where(file => file.Key.EndsWith(".ndjson", StringComparison.Ordinal)))
        {
            rejects.AddRange(Encoding.UTF8.GetString(file.Value).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<Rejection>(line, JsonSerializerOptions.Web)!));
        }

        return rejects;
    }

    /// <summary>The bytes of all blobs of these containers, by name.</summary>
    public async Task<SortedDictionary<string, byte[]>> StateAsync(params string[] containers)
    {
        var state = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var container in containers)
        {
            await foreach (var entry in Blobs.ListAsync(container, string.Empty, default))
            {
                await using var blob = (await Blobs.OpenAsync(entry.Name, default))!;
                using var bytes = new MemoryStream();
                await blob.Content.CopyToAsync(bytes);
                state.Add(entry.Name.ToString(), bytes.ToArray());
            }
        }

        return state;
    }

    /// <summary>The same as one text, to compare.</summary>
    public async Task<string> FingerprintAsync(params string[] containers) =>
        string.Join('\n', (await StateAsync(containers)).Select(pair => $"{pair.Key} {Convert.ToHexString(pair.Value)}"));
}
