using System.IO.Compression;
using System.Text;
using System.Text.Json;
using BundleFunctions.Associations;
using BundleFunctions.Catalogue;
using BundleFunctions.Feedback;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Serving;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Publishing;

/// <summary>A shop in memory with everything from model to answer.</summary>
internal sealed class Kitchen
{
    public static readonly ShopId Shop = Identifier.Parse<ShopId>("demo");

    public static readonly PublishingOptions Publishing = new() { RetryDelay = TimeSpan.FromMilliseconds(1), BatchSize = 7, KeepGenerations = 0 };

    /// <summary>Names answers under a key that tests may know.</summary>
    public static readonly RecommendationIds Ids = new(new byte[32]);

    public Kitchen()
    {
        Blobs = new InMemoryBlobStore(Clock);
        Memory = new InMemoryDocumentStore(Clock);
        Documents = new FaultyDocumentStore(Memory);
        FaultyBlobs = new FaultyBlobStore(Blobs);
        Shops = new ShopDirectory(FaultyBlobs);
        Publisher = new GenerationPublisher(
            FaultyBlobs, Documents, Shops, new ModelReader(FaultyBlobs), new CatalogueReader(FaultyBlobs), Clock, Publishing);
        Restorer = new GenerationRestorer(Blobs, Documents, Clock, Publishing);
        Switch = new GenerationSwitch(Blobs, Documents, Clock, Publishing);
    }

    public ManualClock Clock { get; } = new();

    public InMemoryBlobStore Blobs { get; }

    public FaultyBlobStore FaultyBlobs { get; }

    public InMemoryDocumentStore Memory { get; }

    public FaultyDocumentStore Documents { get; }

    public ShopDirectory Shops { get; }

    public GenerationPublisher Publisher { get; }

    public GenerationRestorer Restorer { get; }

    public GenerationSwitch Switch { get; }

    public static ProductId Id(string text) => Identifier.Parse<ProductId>(text);

    public static Product Item(string id, decimal price = 100m, decimal? cost = 40m) =>
        new() { ProductId = Id(id), Title = id, Price = price, Cost = cost, Currency = "EUR" };

    /// <summary>Pairs (a0, b0), (a1, b1) ... , each product in 100 of 10,000 orders, each pair in 60 - i of them.</summary>
    public static IEnumerable<ProductAssociations> Pairs(int count, int orders = 60) =>
        Enumerable.Range(0, count)
            .SelectMany(i => new[]
            {
                new ProductAssociations(Id($"a{i}"), 100, [new Neighbour(Id($"b{i}"), 100, orders - (i % 20))], []),
                new ProductAssociations(Id($"b{i}"), 100, [new Neighbour(Id($"a{i}"), 100, orders - (i % 20))], []),
            })
            .OrderBy(product => product.Product);

    public static IEnumerable<Product> PairProducts(int count) =>
        Enumerable.Range(0, count).SelectMany(i => new[] { Item($"a{i}"), Item($"b{i}", 50m, 10m) });

    public BundleReader Reader(ServingOptions? options = null) =>
        new(FaultyBlobs, Documents, Shops, new CatalogueReader(FaultyBlobs), Clock, options ?? new ServingOptions(), Ids);

    public async Task PutCatalogueAsync(IEnumerable<Product> products)
    {
        var ordered = products.OrderBy(product => product.ProductId).ToArray();
        (await new DerivedCatalogueWriter(Blobs).WriteAsync(Shop, new CatalogueSnapshot("any", isDerived: true, ordered), default)).ShouldBeTrue();
        await Shops.EnsureListedAsync(Shop, default);
    }

    public async Task<BlobName> PutModelAsync(IEnumerable<ProductAssociations> lines, int totalOrders = 10_000, IEnumerable<string>? users = null)
    {
        var list = lines.ToArray();
        await using var staged = await StagedAssociations.WriteAsync(list, default);
        var metrics = new ModelMetrics(totalOrders, list.Length, null, []);
        await using var ranked = users is null ? null : await StagedFile.WriteAsync(
            UserRankings.FileName,
            async output =>
            {
                await using var gzip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true);
                gzip.Write(Encoding.UTF8.GetBytes(string.Concat(users.Select(line => line + "\n"))));
            },
            default);
        var manifest = await new ModelWriter(Blobs).WriteAsync(
            new ModelDraft(Shop, "co-occurrence", Clock.GetUtcNow(), null, "options", metrics), staged, ranked is null ? [] : [ranked], default);
        return BlobLayout.ModelManifest(Shop, manifest.ModelId);
    }

    public async Task<PublishReport> PublishAsync(BlobName model) => await Publisher.PublishAsync(model, default);

    public async Task<ShopPointer> PointerAsync() =>
        JsonSerializer.Deserialize((await Memory.GetAsync(GenerationFiles.Pointer(Shop), default))!.Body.Span, PublishingJson.Default.ShopPointer)!;

    /// <summary>Every document and every generation blob, by name.</summary>
    public async Task<SortedDictionary<string, string>> StateAsync()
    {
        var state = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in Memory.Keys)
        {
            state[$"{key.Partition}/{key.Id}"] = Encoding.UTF8.GetString((await Memory.GetAsync(key, default))!.Body.Span);
        }

        await foreach (var entry in Blobs.ListAsync(BlobLayout.Generations, string.Empty, default))
        {
            await using var blob = await Blobs.OpenAsync(entry.Name, default);
            using var bytes = new MemoryStream();
            await blob!.Content.CopyToAsync(bytes);
            state[entry.Name.ToString()] = Convert.ToBase64String(bytes.ToArray());
        }

        return state;
    }
}
