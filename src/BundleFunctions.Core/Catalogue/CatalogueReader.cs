using BundleFunctions.Ports;

namespace BundleFunctions.Catalogue;

/// <summary>Reads a shop's current products.</summary>
public sealed class CatalogueReader(IBlobStore blobs)
{
    private readonly SnapshotStore _snapshots = new(blobs);

    /// <summary>The current snapshot; null where the shop has none.</summary>
    /// <exception cref="InvalidDataException">The snapshot is missing or not whole.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<CatalogueSnapshot?> ReadCurrentAsync(ShopId shop, CancellationToken cancellationToken) =>
        await _snapshots.ReadPointerAsync(shop, cancellationToken) is { } pointer
            ? await _snapshots.ReadAsync(shop, pointer.Value, cancellationToken)
            : null;
}
