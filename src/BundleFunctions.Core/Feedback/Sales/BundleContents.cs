using BundleFunctions.Ports;
using BundleFunctions.Publishing;

namespace BundleFunctions.Feedback.Sales;

/// <summary>Which products a bundle holds, and which model a generation was made by.</summary>
/// <param name="Bundles">By bundle.</param>
/// <param name="Models">By generation: the model's name and id.</param>
public sealed record BundleContents(IReadOnlyDictionary<BundleId, IReadOnlyList<ProductId>> Bundles, IReadOnlyDictionary<GenerationId, string> Models)
{
    /// <summary>Bundles that are known at once; those of the newest generations come first.</summary>
    public const int MaxBundles = 500_000;

    private readonly HashSet<ProductId> _anchors = [.. Bundles.Values.Where(products => products.Count > 0).Select(products => products[0])];

    /// <summary>The product that a bundle is offered with: the first of the newest generation that knows it; null where none does.</summary>
    internal ProductId? AnchorOf(BundleId bundle) => Bundles.TryGetValue(bundle, out var products) && products.Count > 0 ? products[0] : null;

    /// <summary>Whether some bundle is offered with a product.</summary>
    internal bool IsAnchor(ProductId product) => _anchors.Contains(product);

    /// <summary>Reads the generations that the pointer remembers and that still lie there, newest first.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="InvalidDataException">A generation is damaged.</exception>
    internal static async Task<BundleContents> ReadAsync(IBlobStore blobs, ShopId shop, CancellationToken cancellationToken)
    {
        var (bundles, models) = (new Dictionary<BundleId, IReadOnlyList<ProductId>>(), new Dictionary<GenerationId, string>());
        var products = new Dictionary<ProductId, ProductId>();
        var snapshots = new SnapshotReader(blobs);
        foreach (var info in (await PointerCopy.ReadAsync(blobs, shop, cancellationToken))?.History ?? [])
        {
            models[info.Generation] = $"{info.Model} {info.ModelId}";
            if (bundles.Count >= MaxBundles || await snapshots.ReadManifestAsync(shop, info.Generation, cancellationToken) is null)
            {
                continue;
            }

            await foreach (var list in snapshots.ReadListsAsync(shop, info.Generation, cancellationToken))
            {
                foreach (var bundle in list.Bundles)
                {
                    bundles.TryAdd(bundle.BundleId, [.. bundle.Items.Select(item => Intern(products, item.ProductId))]);
                }
            }
        }

        return new BundleContents(bundles, models);
    }

    // Every line brings its own strings: one a product is kept.
    private static ProductId Intern(Dictionary<ProductId, ProductId> products, ProductId product)
    {
        if (!products.TryGetValue(product, out var known))
        {
            products.Add(product, known = product);
        }

        return known;
    }
}
