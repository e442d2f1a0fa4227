using BundleFunctions.Audit;
using BundleFunctions.Catalogue;
using BundleFunctions.Feedback;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using BundleFunctions.Shops;
using BundleFunctions.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace BundleFunctions.Functions.Tests.Harness;

/// <summary>A shop with keys and nothing published, behind the real rooms, in memory.</summary>
internal sealed class Shop
{
    public const string Name = "demo";

    private readonly ManualClock _clock = new();
    private readonly ApiKeyRing _keys;
    private readonly BundleReader _reader;
    private readonly AnswerContextMaker _contexts = new(new Pseudonymizer(new byte[32]), TimeProvider.System);
    private readonly ShopDirectory _shops;
    private readonly IDocumentStore _documents;

    private Shop(IDocumentStore documents)
    {
        _documents = documents;
        _shops = new ShopDirectory(Blobs);
        _keys = new ApiKeyRing(documents, _clock);
        _reader = new BundleReader(Blobs, documents, _shops, new CatalogueReader(Blobs), TimeProvider.System, new ServingOptions(), new RecommendationIds(new byte[32]));
    }

    public InMemoryBlobStore Blobs { get; } = new();

    public IDocumentStore Documents => _documents;

    public ManualClock Clock => _clock;

    public ApiKeyRing Keys => _keys;

    public string ReadKey { get; private set; } = "";

    public string AdminKey { get; private set; } = "";

    public static async Task<Shop> OpenAsync(IDocumentStore? documents = null)
    {
        var shop = new Shop(documents ?? new InMemoryDocumentStore());
        var id = Identifier.Parse<ShopId>(Name);
        shop.ReadKey = await shop._keys.CreateAsync(id, ApiRole.Read, CancellationToken.None);
        shop.AdminKey = await shop._keys.CreateAsync(id, ApiRole.Admin, CancellationToken.None);
        await shop._shops.EnsureListedAsync(id, CancellationToken.None);
        return shop;
    }

    public Task<IResult> ProductAsync(HttpRequest request, string product, string shop = Name) =>
        new GetProductBundles(_keys, _reader, _contexts).RunAsync(request, shop, product, CancellationToken.None);

    public Task<IResult> HomeAsync(HttpRequest request, string shop = Name) =>
        new GetHomeBundles(_keys, _reader, _contexts).RunAsync(request, shop, CancellationToken.None);

    public Task<IResult> CartAsync(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
            ? new PostCartBundles(_keys, _reader, _contexts).RunAsync(request, Name, CancellationToken.None)
            : new GetCartBundles(_keys, _reader, _contexts).RunAsync(request, Name, CancellationToken.None);

    public Task<IResult> PostEventsAsync(HttpRequest request) =>
        new PostEvents(_keys, new EventPoster(Blobs, new Pseudonymizer(new byte[32]), _clock)).RunAsync(request, Name, CancellationToken.None);

    public Task<IResult> RollBackAsync(HttpRequest request) => new RollBackGeneration(
        _keys,
        new GenerationSwitch(Blobs, _documents, _clock, new PublishingOptions()),
        new AuditLog(Blobs, _clock),
        NullLogger<RollBackGeneration>.Instance).RunAsync(request, Name, CancellationToken.None);

    public PrivacyRoutes Privacy => new(Blobs, _documents, _keys, _clock);

    public Task<IResult> HealthAsync(HttpRequest request) =>
        new Health(new ServiceHealth(_shops, _documents, _clock, new ServingOptions())).RunAsync(request, CancellationToken.None);
}
