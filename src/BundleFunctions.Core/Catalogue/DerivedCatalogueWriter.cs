using BundleFunctions.Ports;

namespace BundleFunctions.Catalogue;

/// <summary>Makes a derived catalogue current where the shop has given none of its own.</summary>
public sealed class DerivedCatalogueWriter(IBlobStore blobs, TimeProvider? time = null)
{
    private readonly SnapshotStore _snapshots = new(blobs);

    /// <summary>Writes the snapshot and switches to it; false where the shop's own catalogue stands there, which always wins.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<bool> WriteAsync(ShopId shop, CatalogueSnapshot derived, CancellationToken cancellationToken)
    {
        while (true)
        {
            var current = await _snapshots.ReadPointerAsync(shop, cancellationToken);
            if (current is { Value.IsDerived: false })
            {
                return false;
            }

            var id = await _snapshots.WriteAsync(shop, derived.Products, cancellationToken);
            var pointer = new SnapshotPointer(id, IsDerived: true, derived.Products.Count, SourcesId: null);
            if (pointer == current?.Value || await _snapshots.TrySwitchAsync(
                shop, new CatalogueVersion(pointer, (time ?? TimeProvider.System).GetUtcNow(), "derived from events"), current?.ETag, cancellationToken))
            {
                return true;
            }
        }
    }
}
