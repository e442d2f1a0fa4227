using BundleFunctions.Catalogue.Updates;
using BundleFunctions.Ports;

namespace BundleFunctions.Catalogue;

/// <summary>Puts the products of one file over the current snapshot.</summary>
internal sealed class CatalogueUpsert(IBlobStore blobs)
{
    private const int MaxTries = 500;
    private readonly SnapshotStore _snapshots = new(blobs);
    private readonly OverlayStore _overlays = new(blobs);

    /// <summary>Writes a snapshot in which each product has its newest source, and switches to it; answers its id. Others may do the same at
    /// once: whoever comes second begins again from the first one's result.</summary>
    /// <exception cref="StoreException">Others were first every time.</exception>
    public async Task<string> ApplyAsync(
        ShopId shop, IReadOnlyCollection<Product> products, ProductSource source, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var current = await _snapshots.ReadPointerAsync(shop, cancellationToken);
            var merged = new SortedDictionary<ProductId, Product>();
            var sources = new SortedDictionary<string, ProductSource>(StringComparer.Ordinal);

            // What was derived from events gives way, whole, to what the shop says itself.
            if (current is { Value.IsDerived: false })
            {
                sources = await _snapshots.ReadSourcesAsync(shop, current.Value.Value, cancellationToken);
                foreach (var product in (await _snapshots.ReadAsync(shop, current.Value.Value, cancellationToken)).Products)
                {
                    merged.Add(product.ProductId, product);
                }
            }

            foreach (var product in products)
            {
                if (!sources.TryGetValue(product.ProductId.Value, out var known) || source.WinsOver(known))
                {
                    merged[product.ProductId] = product;
                    sources[product.ProductId.Value] = source;
                }
            }

            var pointer = new SnapshotPointer(
                await _snapshots.WriteAsync(shop, merged.Values, cancellationToken),
                IsDerived: false,
                merged.Count,
                await _snapshots.WriteSourcesAsync(shop, sources, cancellationToken));
            if (pointer == current?.Value || await _snapshots.TrySwitchAsync(shop, pointer, current?.ETag, cancellationToken))
            {
                await _overlays.FoldAsync(shop, sources, cancellationToken);
                return pointer.SnapshotId;
            }
        }

        throw new StoreException($"The catalogue of {shop} was changed by others {MaxTries} times in a row.", isTransient: true);
    }
}
