using System.Globalization;
using System.Text;
using BundleFunctions.Associations;
using BundleFunctions.Audit;
using BundleFunctions.Bandits;
using BundleFunctions.Bundling;
using BundleFunctions.Catalogue;
using BundleFunctions.Core.Tests.Intake;
using BundleFunctions.Experiments;
using BundleFunctions.Feedback;
using BundleFunctions.Feedback.Sales;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Security;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Feedback.Sales;

/// <summary>A camera shop that has published bundles, and whose events are made line by line. Its days are those of February 2026.</summary>
internal sealed class SalesShop
{
    public static readonly BundleId CardBundle = Bundle("camera-1", "sd-64");
    public static readonly BundleId BagBundle = Bundle("bag-2", "camera-1");

    private readonly Porch _porch = new(new JsonOnly());
    private readonly StringBuilder _lines = new();
    private int _events;

    private SalesShop()
    {
        Experiments = new ExperimentStore(_porch.Blobs, new AuditLog(_porch.Blobs, _porch.Clock), _porch.Clock);
        Tables = new BanditTables(_porch.Blobs);
        Reporter = new SalesReporter(
            _porch.Blobs, new LakeReader(_porch.Blobs), new ShopDirectory(_porch.Blobs), new CatalogueReader(_porch.Blobs), Experiments, Ids);
        Keeper = new ExperimentKeeper(new ShopDirectory(_porch.Blobs), Experiments, Tables, Reporter, _porch.Clock);
    }

    public static RecommendationIds Ids { get; } = new(new byte[32]);

    public ExperimentStore Experiments { get; }

    public SalesReporter Reporter { get; }

    public BanditTables Tables { get; }

    public ExperimentKeeper Keeper { get; }

    public GenerationId Generation { get; private set; }

    public InMemoryBlobStore Blobs => _porch.Blobs;

    public ManualClock Clock => _porch.Clock;

    /// <param name="more">Files of the model besides its associations.</param>
    public static async Task<SalesShop> OpenAsync(IReadOnlyList<StagedFile>? more = null)
    {
        var shop = new SalesShop();
        await shop._porch.IngestCatalogueAsync(
            "all.ndjson",
            """
            {"productId":"camera-1","title":"Camera","price":500,"currency":"EUR","cost":300,"categories":["Cameras"]}
            {"productId":"sd-64","title":"Card","price":30,"currency":"EUR","cost":10,"categories":["Cards"]}
            {"productId":"sd-128","title":"Card","price":50,"currency":"EUR","cost":20,"categories":["Cards"]}
            {"productId":"bag-2","title":"Bag","price":40,"currency":"EUR","categories":["Bags"]}
            """);
        ProductAssociations[] associations =
        [
            new(Product("bag-2"), 900, [new(Product("camera-1"), 1329, 200)], []),
            new(Product("camera-1"), 1329, [new(Product("sd-64"), 1650, 412), new(Product("bag-2"), 900, 200)], []),
            new(Product("sd-64"), 1650, [new(Product("camera-1"), 1329, 412)], []),
        ];
        await using var staged = await StagedAssociations.WriteAsync(associations, default);
        var draft = new ModelDraft(
            Porch.Shop, "co-occurrence", shop._porch.Clock.GetUtcNow(), null, "options", new ModelMetrics(34_000, associations.Length, null, []));
        var model = await new ModelWriter(shop._porch.Blobs).WriteAsync(draft, staged, more ?? [], default);
        var publisher = new GenerationPublisher(
            shop._porch.Blobs, new InMemoryDocumentStore(), new ShopDirectory(shop._porch.Blobs), new ModelReader(shop._porch.Blobs),
            new CatalogueReader(shop._porch.Blobs), shop._porch.Clock, new PublishingOptions());
        var report = await publisher.PublishAsync(BlobLayout.ModelManifest(Porch.Shop, model.ModelId), default);
        shop.Generation = report.Manifest!.Generation;
        return shop;
    }

    public static ProductId Product(string id) => Identifier.Parse<ProductId>(id);

    public static Pseudonym Visitor(string id) => Porch.Pseudonymizer.Create(PseudonymKind.Visitor, Porch.Shop, id);

    /// <summary>An id of this shop.</summary>
    public string Id(string variant = "champion", string? rule = null) =>
        Ids.Create(Porch.Shop, new RecommendationStamp("product", Generation, "00ff") { Variant = variant, Rule = rule });

    /// <summary>A reaction to a bundle.</summary>
    public SalesShop React(double day, string visitor, string type, BundleId? bundle, string? id, string more = "") =>
        Line(day, visitor, type, $"{(bundle is null ? "" : $"\"bundleId\":\"{bundle}\",")}{(id is null ? "" : $"\"recommendationId\":\"{id}\",")}{more}");

    /// <summary>A purchase, or a refund, of products at the catalogue's prices, such as <c>camera-1 sd-64*2</c>.</summary>
    public SalesShop Buy(double day, string visitor, string order, string products, string type = "purchase", string more = "") =>
        Line(day, visitor, type, $"\"orderId\":\"{order}\",{more}{Items(products)},");

    public SalesShop Cart(double day, string visitor, string product) => Line(day, visitor, "add_to_cart", $"{Items(product)},");

    public SalesShop Line(double day, string visitor, string type, string fields) => Raw(day, type, $"{fields}\"visitorId\":\"{visitor}\",");

    /// <summary>An event of which nothing but its id is filled in.</summary>
    public SalesShop Raw(double day, string type, string fields)
    {
        _lines.Append(CultureInfo.InvariantCulture, $$"""{{{fields}}"eventId":"e{{_events++}}","type":"{{type}}","occurredAt":"{{At(day)}}"}""").Append('\n');
        return this;
    }

    /// <summary>More products, beside those that are there.</summary>
    public Task AddProductsAsync(string lines) => _porch.IngestCatalogueAsync("more.ndjson", lines);

    /// <summary>The report of February.</summary>
    public async Task<SalesReport> ReportAsync(Func<SalesRequest, SalesRequest>? change = null)
    {
        await FlushAsync();
        var request = new SalesRequest(new DateOnly(2026, 2, 8), new DateOnly(2026, 2, 28));
        return await Reporter.ReportAsync(Porch.Shop, change?.Invoke(request) ?? request, default);
    }

    /// <summary>Takes in what was written so far; each time under another name.</summary>
    public async Task FlushAsync()
    {
        if (_lines.Length > 0)
        {
            (await _porch.IngestAsync($"{_events}.ndjson", _lines.ToString())).Rejected.ShouldBeEmpty();
            _lines.Clear();
        }
    }

    public Task SpoilBookAsync() => _porch.DropAsync(new BlobName(BlobLayout.Experiments, $"{Porch.Shop}/book.json"), "rubbish");

    public async Task TryOutAsync(ExperimentBook book) =>
        (await Experiments.SaveAsync(Porch.Shop, book, "test", null, validateOnly: false, default)).Fault.ShouldBeNull();

    private static string At(double day) => new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day - 1).ToString("O", CultureInfo.InvariantCulture);

    private static string Items(string products) =>
        $"\"items\":[{string.Join(',', products.Split(' ').Select(text => text.Split('*')).Select(parts => $$"""{"productId":"{{parts[0]}}","quantity":{{(parts.Length > 1 ? parts[1] : "1")}}}"""))}]";

    private static BundleId Bundle(params string[] products) => BundleNaming.NameOf(products.Select(product => (Product(product), 1)));
}
