using BundleFunctions.Associations;
using BundleFunctions.Catalogue;
using BundleFunctions.Publishing;
using BundleFunctions.Security;
using BundleFunctions.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.EndToEnd.Tests.Api;

/// <summary>Two shops on the same stores, which sell for different currencies, so that each answer tells whose it is.</summary>
internal sealed class TwoShops
{
    public const string Mine = "demo";
    public const string Theirs = "other";
    public const string TheirCurrency = "CHF";
    public const int Pairs = 40;

    public static readonly ShopId Shop = Identifier.Parse<ShopId>(Mine);

    private TwoShops(string readKey, string adminKey, string theirKey) => (ReadKey, AdminKey, TheirKey) = (readKey, adminKey, theirKey);

    public string ReadKey { get; }

    public string AdminKey { get; }

    public string TheirKey { get; }

    public static async Task<TwoShops> OpenAsync(IServiceProvider services)
    {
        await PublishAsync(services, Shop, "EUR", orders: 60);
        var theirs = Identifier.Parse<ShopId>(Theirs);
        await PublishAsync(services, theirs, TheirCurrency, orders: 60);
        var keys = services.GetRequiredService<ApiKeyRing>();
        return new TwoShops(
            await keys.CreateAsync(Shop, ApiRole.Read, default),
            await keys.CreateAsync(Shop, ApiRole.Admin, default),
            await keys.CreateAsync(theirs, ApiRole.Read, default));
    }

    /// <summary>Publishes a generation in which each pair (a-i, b-i) stands in so many orders less i.</summary>
    public static async Task<GenerationId> PublishAsync(IServiceProvider services, ShopId shop, string currency, int orders)
    {
        await services.GetRequiredService<ShopDirectory>().EnsureListedAsync(shop, default);
        var products = Enumerable.Range(0, Pairs).SelectMany(i => new[] { "a", "b" }.Select(side => new Product
        {
            ProductId = Id($"{side}-{i}"),
            Title = $"{shop} {side} {i}",
            Brand = i % 2 == 0 ? "Nikos" : "Ort",
            Categories = [$"Department {i % 5}/Shelf {i}"],
            Price = 10 + i,
            Cost = 4,
            Stock = 100,
            Currency = currency,
            Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["size"] = $"{i}" },
        }));
        var blobs = services.GetRequiredService<Ports.IBlobStore>();
        await new DerivedCatalogueWriter(blobs).WriteAsync(shop, new CatalogueSnapshot("any", isDerived: true, products), default);
        ProductAssociations[] lines =
        [
            .. Enumerable.Range(0, Pairs).SelectMany(i => new[] { ($"a-{i}", $"b-{i}"), ($"b-{i}", $"a-{i}") }.Select(pair =>
                new ProductAssociations(Id(pair.Item1), 1000, [new Neighbour(Id(pair.Item2), 1000, (orders * 10) - i)], []))).OrderBy(line => line.Product),
        ];
        await using var staged = await StagedAssociations.WriteAsync(lines, default);
        var draft = new ModelDraft(shop, "co-occurrence", DateTimeOffset.UnixEpoch.AddDays(20_000 + orders), null, "options", new ModelMetrics(100_000, lines.Length, null, []));
        var model = await new ModelWriter(blobs).WriteAsync(draft, staged, [], default);
        var report = await services.GetRequiredService<GenerationPublisher>().PublishAsync(BlobLayout.ModelManifest(shop, model.ModelId), default);
        report.Outcome.ShouldBe(PublishOutcome.Published, report.Reason);
        return report.Manifest!.Generation;
    }

    private static ProductId Id(string text) => Identifier.Parse<ProductId>(text);
}
