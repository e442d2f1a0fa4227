using System.Text.Json;
using BundleFunctions.Associations;
using BundleFunctions.Bundling;
using BundleFunctions.Catalogue;
using BundleFunctions.Offers;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.ServingShop;

/// <summary>Writes a shop in which every product has ten bundles of two, as a publishing run leaves it: catalogue, documents, pointer.</summary>
internal static class ShopMaker
{
    private const int BundlesEach = 10;
    private const int Batch = 500;
    private const string Catalogue = "made";

    private static readonly GenerationId Generation = Identifier.Parse<GenerationId>(new string('a', 24));

    public static async Task<int> RunAsync(string directory, int count)
    {
        await using var app = ServingApp.Build(directory);
        await app.Services.GetRequiredService<ShopDirectory>().EnsureListedAsync(ServingApp.Shop, default);
        var catalogue = new DerivedCatalogueWriter(app.Services.GetRequiredService<IBlobStore>());
        await catalogue.WriteAsync(ServingApp.Shop, new CatalogueSnapshot(Catalogue, isDerived: true, Enumerable.Range(0, count).Select(ProductOf)), default);

        var documents = app.Services.GetRequiredService<IDocumentStore>();
        foreach (var chunk in Enumerable.Range(0, count).Chunk(Batch))
        {
            await documents.PutManyAsync([.. chunk.Select(i => ListOf(i, count)).Select(DocumentOf)], default);
        }

        var home = new PublishedList(null, [.. Enumerable.Range(0, BundlesEach).Select(i => BundleOf(i, 1, count))]);
        await documents.PutManyAsync([DocumentOf(home)], default);
        var pointer = JsonSerializer.SerializeToUtf8Bytes(
            new ShopPointer { Current = Generation, History = [InfoOf(count)] }, PublishingJson.Default.ShopPointer);
        await documents.CompareAndSwapAsync(new Document(GenerationFiles.Pointer(ServingApp.Shop), pointer), null, default);
        return 0;
    }

    private static ProductId IdOf(int i) => Identifier.Parse<ProductId>($"p-{i}");

    private static Product ProductOf(int i) => new()
    {
        ProductId = IdOf(i),
        Title = $"Product number {i}",
        Brand = i % 3 == 0 ? "Nikos" : "Ort",
        Categories = [$"Department {i % 20}/Shelf {i % 400}"],
        Price = 5 + (i % 200),
        Cost = 2 + (i % 50),
        Stock = 100,
        Currency = "EUR",
    };

    private static PublishedList ListOf(int i, int count) =>
        new(IdOf(i), [.. Enumerable.Range(1, BundlesEach).Select(place => BundleOf(i, place, count))]);

    private static PublishedBundle BundleOf(int i, int place, int count)
    {
        var (one, other) = (ProductOf(i), ProductOf((int)((i + (7919L * place)) % count)));
        var list = one.Price + other.Price;
        return new PublishedBundle(
            BundleNaming.NameOf([(one.ProductId, 1), (other.ProductId, 1)]),
            1.0 / (1 + place),
            [new BundleItem(one.ProductId, ItemRole.Anchor, 1), new BundleItem(other.ProductId, ItemRole.Complement, 1)],
            new BundlePrice("EUR", list, list, 0),
            PriceReason: null,
            new BundleAvailability(100, one.ProductId),
            new Evidence(400 / place, 1300, 900, 100_000));
    }

    private static Document DocumentOf(PublishedList list) =>
        new(GenerationFiles.List(ServingApp.Shop, list.Product, Generation), ListDocumentCodec.Encode(list));

    private static GenerationInfo InfoOf(int count) => new()
    {
        Generation = Generation,
        Model = "made",
        ModelId = Identifier.Parse<ModelId>(new string('b', 32)),
        ModelTrainedAt = DateTimeOffset.UnixEpoch.AddDays(20_000),
        Catalogue = Catalogue,
        PublishedAt = DateTimeOffset.UnixEpoch.AddDays(20_000),
        Products = count,
        Bundles = count * BundlesEach,
    };
}
