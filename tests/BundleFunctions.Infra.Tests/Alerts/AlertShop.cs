using System.Globalization;
using System.Text;
using BundleFunctions.Associations;
using BundleFunctions.Catalogue;
using BundleFunctions.Feedback;
using BundleFunctions.Intake;
using BundleFunctions.Lake;
using BundleFunctions.Operations.Drift;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using BundleFunctions.Shops;
using BundleFunctions.Testing;
using BundleFunctions.Training;

namespace BundleFunctions.Infra.Tests.Alerts;

/// <summary>A shop in memory with every room that an alert is about.</summary>
internal sealed class AlertShop
{
    private const int Pairs = 60;

    private static readonly ShopId Shop = Identifier.Parse<ShopId>("acme");
    private static readonly PublishingOptions Publishing = new() { RetryDelay = TimeSpan.FromMilliseconds(1), Tries = 1 };

    private readonly InMemoryBlobStore _blobs;
    private readonly ShopDirectory _shops;
    private readonly EventIntake _intake;
    private BundleReader? _reader;

    public AlertShop()
    {
        _blobs = new InMemoryBlobStore(Clock);
        _shops = new ShopDirectory(_blobs);
        _intake = new EventIntake(_blobs, _shops, new Pseudonymizer("a key for tests, 32 bytes or more"u8), new NoCsv(), Clock);
        Documents = new FaultyDocuments(new InMemoryDocumentStore(Clock));
        Health = new ServiceHealth(_shops, Documents, Clock, new ServingOptions());
        Publisher = new GenerationPublisher(_blobs, Documents, _shops, new ModelReader(_blobs), new CatalogueReader(_blobs), Clock, Publishing);
        Drift = new DriftWatch(_shops, _blobs, Documents, new LakeReader(_blobs), Clock);
        Scheduler = new RetrainScheduler(_shops, _blobs, Jobs, new RetrainOptions());
    }

    /// <summary>One event in our schema.</summary>
    public static string GoodLine => Lines("e", 1);

    public static ProductId Product => Identifier.Parse<ProductId>("a0");

    public ManualClock Clock { get; } = new();

    public FaultyDocuments Documents { get; }

    public FakeJobs Jobs { get; } = new();

    public ServiceHealth Health { get; }

    public GenerationPublisher Publisher { get; }

    public DriftWatch Drift { get; }

    public RetrainScheduler Scheduler { get; }

    public static string Lines(string prefix, int count) => string.Concat(Enumerable.Range(0, count).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"eventId\":\"{prefix}{i}\",\"type\":\"view\",\"occurredAt\":\"2026-02-01T10:00:00Z\",\"visitorId\":\"v{i}\",\"items\":[{{\"productId\":\"a0\",\"quantity\":1}}]}}\n")));

    /// <summary>Purchases of one product at a price, on a day.</summary>
    public static string Purchases(string prefix, int count, string day, int price) => string.Concat(Enumerable.Range(0, count).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"eventId\":\"{prefix}{i}\",\"type\":\"purchase\",\"occurredAt\":\"{day}T10:00:00Z\",\"visitorId\":\"v{i}\",\"orderId\":\"{prefix}{i}\",\"currency\":\"EUR\",\"items\":[{{\"productId\":\"a{i % 40}\",\"quantity\":1,\"unitPrice\":{price}}}]}}\n")));

    public Task PutAsync(BlobName name, string text) =>
        _blobs.PutAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false), BlobCondition.None, default);

    public async Task IngestAsync(string file, string text)
    {
        var blob = new BlobName(BlobLayout.Events, $"{Shop}/{file}");
        await PutAsync(blob, text);
        await _intake.IngestAsync(blob, default);
    }

    public async Task ReconcileAsync(string file, string text)
    {
        await PutAsync(new BlobName(BlobLayout.Events, $"{Shop}/{file}"), text);
        await new IntakeReconciler(_blobs, _intake, new CatalogueIntake(_blobs, _shops, new NoCsv(), Clock), Clock).ReconcileAsync(default);
    }

    public async Task FollowAsync(TrainingJobState state)
    {
        await _shops.EnsureListedAsync(Shop, default);
        Jobs.Latest = new TrainingJob(Shop, "20260301t000000z", state, Clock.GetUtcNow(), null, null);
        await new TrainingFollower(_shops, Jobs).FollowAsync(default);
    }

    /// <summary>Publishes pairs (a0, b0), (a1, b1), ...</summary>
    public async Task PublishAsync()
    {
        var products = Ids().Select(id => new Product { ProductId = id, Title = id.Value, Price = 100m, Cost = 40m, Currency = "EUR" }).OrderBy(product => product.ProductId);
        await new DerivedCatalogueWriter(_blobs).WriteAsync(Shop, new CatalogueSnapshot("any", isDerived: true, [.. products]), default);
        await _shops.EnsureListedAsync(Shop, default);
        var lines = Ids().OrderBy(id => id)
            .Select(id => new ProductAssociations(id, 100, [new Neighbour(Other(id), 100, 60)], [])).ToList();
        await using var staged = await StagedAssociations.WriteAsync(lines, default);
        var manifest = await new ModelWriter(_blobs).WriteAsync(
            new ModelDraft(Shop, "co-occurrence", Clock.GetUtcNow(), null, "options", new ModelMetrics(10_000, lines.Count, null, [])), staged, [], default);
        (await Publisher.PublishAsync(BlobLayout.ModelManifest(Shop, manifest.ModelId), default)).Outcome.ShouldBe(PublishOutcome.Published);
    }

    /// <param name="warm">Whether it may have answered before.</param>
    public BundleReader Reader(bool warm = true) => warm
        ? _reader ??= Reader(warm: false)
        : new BundleReader(_blobs, Documents, _shops, new CatalogueReader(_blobs), Clock, new ServingOptions(), new RecommendationIds(new byte[32]));

    /// <summary>Asks a reader that remembers nothing for so many products.</summary>
    public async Task AskAsync(int times)
    {
        var reader = Reader(warm: false);
        foreach (var id in Ids().Take(times))
        {
            await reader.GetForProductAsync(Shop, id, BundleQuery.Default, default);
        }
    }

    private static IEnumerable<ProductId> Ids() =>
        Enumerable.Range(0, Pairs).SelectMany(i => new[] { $"a{i}", $"b{i}" }).Select(Identifier.Parse<ProductId>);

    private static ProductId Other(ProductId id) => Identifier.Parse<ProductId>((id.Value[0] == 'a' ? "b" : "a") + id.Value[1..]);
}
