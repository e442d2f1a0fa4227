using System.IO.Compression;
using System.Text.Json;
using BundleFunctions.Baskets;
using BundleFunctions.Catalogue;
using BundleFunctions.DemoShop;
using BundleFunctions.DemoShop.Files;
using BundleFunctions.Hygiene;
using BundleFunctions.Intake;
using BundleFunctions.Profiles;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Training.Tests.Audiences;

/// <summary>A demo shop, taken in through the porch once for all tests of the class.</summary>
public sealed class DemoShopLake
{
    private readonly Lazy<Task<Porch>> _porch;

    public DemoShopLake() => _porch = new(OpenAsync);

    public SeededShop Shop { get; } = DemoShopGenerator.Generate(new DemoShopOptions());

    public DateTimeOffset End => new(Shop.Options.LastDay.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);

    public Task<Porch> PorchAsync() => _porch.Value;

    public async Task<CatalogueSnapshot> CatalogueAsync() => (await new CatalogueReader((await PorchAsync()).Blobs).ReadCurrentAsync(Porch.Shop, default))!;

    /// <summary>Orders, and profiles as they were at a moment.</summary>
    public async Task<(IReadOnlyList<Basket> Baskets, IReadOnlyList<UserProfile> Profiles)> ReadAsync(DateTimeOffset at)
    {
        var clean = await new CleanLake((await PorchAsync()).Blobs).OpenAsync(Porch.Shop, new ShopSettings(), progress: null, default);
        var (baskets, profiles) = (new BasketBuilder(), new ProfileBuilder(new ProfileOptions(), await CatalogueAsync(), "EUR"));
        await foreach (var shopEvent in clean.ReadAsync())
        {
            baskets.Add(shopEvent);
            if (shopEvent.OccurredAt < at)
            {
                profiles.Add(shopEvent);
            }
        }

        return (baskets.Build().Baskets, profiles.Build());
    }

    /// <summary>The good lines of the event files, as the shop sends them.</summary>
    public IEnumerable<JsonElement> Lines()
    {
        foreach (var file in Shop.Files().Where(file => file.Kind == DemoFileKind.Events))
        {
            using Stream content = file.Name.EndsWith(".gz", StringComparison.Ordinal)
                ? new GZipStream(new MemoryStream(file.Content.ToArray()), CompressionMode.Decompress)
                : new MemoryStream(file.Content.ToArray());
            using var reader = new StreamReader(content);
            while (reader.ReadLine() is { } line)
            {
                if (TryParse(line) is { } parsed)
                {
                    yield return parsed;
                }
            }
        }
    }

    private static JsonElement? TryParse(string line)
    {
        try
        {
            return JsonDocument.Parse(line).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<Porch> OpenAsync()
    {
        var porch = new Porch(new NoCsv());
        porch.Clock.Advance(End - porch.Clock.GetUtcNow());
        foreach (var file in Shop.Files())
        {
            if (file.Kind == DemoFileKind.Catalogue)
            {
                await porch.IngestCatalogueAsync(file.Name, System.Text.Encoding.UTF8.GetString(file.Content.Span));
            }
            else
            {
                await porch.IngestAsync(file.Name, file.Content.ToArray());
            }
        }

        return porch;
    }

    private sealed class NoCsv : ICsvRows
    {
        public IAsyncEnumerable<CsvRow> ReadAsync(Stream content, char separator, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
