using BundleFunctions.Associations;
using BundleFunctions.Catalogue;
using BundleFunctions.Publishing;
using BundleFunctions.Shops;

namespace BundleFunctions.Functions.Tests.Harness;

/// <summary>A small camera shop, published twice, so that there is something to roll back to.</summary>
internal static class CameraGoods
{
    private static readonly ShopId Id = Identifier.Parse<ShopId>(Shop.Name);

    public static async Task PublishAsync(Shop shop)
    {
        var products = new[] { Item("bag-2", 39.90m, 14m, null), Item("camera-1", 499m, 310m, 20), Item("sd-64", 30.90m, 9m, 14) };
        await new DerivedCatalogueWriter(shop.Blobs).WriteAsync(Id, new CatalogueSnapshot("any", isDerived: true, products), default);
        await PublishAsync(shop, bagOrders: 200);
        await PublishAsync(shop, bagOrders: 230);
    }

    private static async Task PublishAsync(Shop shop, int bagOrders)
    {
        shop.Clock.Advance(TimeSpan.FromHours(1));
        ProductAssociations[] lines =
        [
            new(Product("bag-2"), 900, [new(Product("camera-1"), 1329, bagOrders)], []),
            new(Product("camera-1"), 1329, [new(Product("sd-64"), 1650, 412), new(Product("bag-2"), 900, bagOrders)], []),
            new(Product("sd-64"), 1650, [new(Product("camera-1"), 1329, 412)], []),
        ];
        await using var staged = await StagedAssociations.WriteAsync(lines, default);
        var draft = new ModelDraft(Id, "co-occurrence", shop.Clock.GetUtcNow(), null, "options", new ModelMetrics(34_000, lines.Length, null, []));
        var model = await new ModelWriter(shop.Blobs).WriteAsync(draft, staged, [], default);
        var publisher = new GenerationPublisher(
            shop.Blobs, shop.Documents, new ShopDirectory(shop.Blobs), new ModelReader(shop.Blobs), new CatalogueReader(shop.Blobs), shop.Clock,
            new PublishingOptions());
        (await publisher.PublishAsync(BlobLayout.ModelManifest(Id, model.ModelId), default)).Outcome.ShouldBe(PublishOutcome.Published);
    }

    private static Product Item(string id, decimal price, decimal cost, int? stock) =>
        new() { ProductId = Product(id), Title = id, Price = price, Cost = cost, Stock = stock, Currency = "EUR" };

    private static ProductId Product(string id) => Identifier.Parse<ProductId>(id);
}
