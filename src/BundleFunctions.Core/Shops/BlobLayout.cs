using BundleFunctions.Ports;

namespace BundleFunctions.Shops;

/// <summary>Where everything lies in the blob store. Containers: <c>events</c> and <c>catalogue</c> are the shop's drop boxes,
/// the others are ours.</summary>
public static class BlobLayout
{
    /// <summary>Raw event files: <c>events/{shop}/...</c>.</summary>
    public const string Events = "events";

    /// <summary>Raw product files: <c>catalogue/{shop}/...</c>.</summary>
    public const string Catalogue = "catalogue";

    /// <summary>Accepted events: <c>lake/{shop}/day=yyyy-MM-dd/{raw content}-{own content}.parquet</c>, which counts where a commit names it, and
    /// <c>merged-{own content}.parquet</c>, which counts where its day names it.</summary>
    public const string Lake = "lake";

    /// <summary>Refused lines: <c>rejects/{shop}/{events|catalogue}/{contentHash}.ndjson</c>; what the last training left out:
    /// <c>rejects/{shop}/hygiene.json</c>.</summary>
    public const string Rejects = "rejects";

    /// <summary>What intake has finished: <c>ledger/{shop}/{events|catalogue}/{hash of blob name and ETag}.json</c> (<c>.held.json</c> where held or
    /// refused), the lake's commits <c>ledger/{shop}/content/{contentKey}.json</c>, and names that are one person's <c>ledger/{shop}/aliases/...</c>.</summary>
    public const string Ledger = "ledger";

    /// <summary>Catalogue snapshots: <c>snapshots/{shop}/{snapshotId}.ndjson.gz</c>, <c>snapshots/{shop}/current.json</c> names the newest,
    /// <c>snapshots/{shop}/updates.json</c> holds what is newer than that.</summary>
    public const string Snapshots = "snapshots";

    /// <summary>Models: <c>models/{shop}/{modelId}/...</c>, <c>manifest.json</c> last.</summary>
    public const string Models = "models";

    /// <summary>Published generations, the source of truth of the documents: <c>generations/{shop}/{generationId}/...</c>, <c>manifest.json</c> last.</summary>
    public const string Generations = "generations";

    /// <summary>Shop settings: <c>settings/{shop}.json</c>; maps that a shop made itself: <c>settings/{shop}.map.json</c> for events,
    /// <c>settings/{shop}.catalogue-map.json</c> for products.</summary>
    public const string Settings = "settings";

    /// <summary>What a shop tries out: <c>experiments/{shop}/book.json</c>, <c>experiments/{shop}/history/...</c>, <c>experiments/{shop}/bandit.json</c>.</summary>
    public const string Experiments = "experiments";

    /// <summary>Training runs: <c>jobs/{shop}/...</c>.</summary>
    public const string Jobs = "jobs";

    /// <summary>Privacy: <c>privacy/{shop}/opt-outs/...</c>, what was erased, receipts, and the audit log.</summary>
    public const string Privacy = "privacy";

    /// <summary>Merchandisers' rules: <c>rules/{shop}.json</c>.</summary>
    public const string Rules = "rules";

    /// <summary>What operators did: <c>audit/{shop}/{day}/{time}-{content}.json</c>.</summary>
    public const string Audit = "audit";

    /// <summary>What was told of a shop: <c>reports/{shop}/sales.json</c>, <c>.csv</c> and <c>.html</c>.</summary>
    public const string Reports = "reports";

    /// <summary>The local host's receipts and poison records.</summary>
    public const string Hosts = "hosts";

    /// <summary>The shop that a blob of a shop-first container belongs to; false where the first segment is no shop id.</summary>
    public static bool TryGetShop(BlobName blob, out ShopId shop)
    {
        var slash = blob.Path.IndexOf('/', StringComparison.Ordinal);
        shop = default;
        return slash > 0 && ShopId.TryParse(blob.Path[..slash], out shop);
    }

    public static BlobName ShopSettings(ShopId shop) => new(Settings, $"{shop}.json");

    public static BlobName ShopEventMap(ShopId shop) => new(Settings, $"{shop}.map.json");

    public static BlobName ShopCatalogueMap(ShopId shop) => new(Settings, $"{shop}.catalogue-map.json");

    public static BlobName ShopRules(ShopId shop) => new(Rules, $"{shop}.json");

    public static BlobName ModelFile(ShopId shop, ModelId model, string file) => new(Models, $"{shop}/{model}/{file}");

    public static BlobName ModelManifest(ShopId shop, ModelId model) => ModelFile(shop, model, "manifest.json");

    public static BlobName CurrentSnapshot(ShopId shop) => new(Snapshots, $"{shop}/current.json");

    public static BlobName CatalogueUpdates(ShopId shop) => new(Snapshots, $"{shop}/updates.json");

    public static BlobName GenerationFile(ShopId shop, GenerationId generation, string file) => new(Generations, $"{shop}/{generation}/{file}");
}
