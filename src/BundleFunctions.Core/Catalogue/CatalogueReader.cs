using BundleFunctions.Catalogue.Updates;
using BundleFunctions.Ports;

namespace BundleFunctions.Catalogue;

/// <summary>Reads a shop's current products.</summary>
public sealed class CatalogueReader(IBlobStore blobs)
{
    private readonly SnapshotStore _snapshots = new(blobs);
    private readonly OverlayStore _overlays = new(blobs);

    /// <summary>The current snapshot; null where the shop has none.</summary>
    /// <exception cref="InvalidDataException">The snapshot is missing or not whole.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<CatalogueSnapshot?> ReadCurrentAsync(ShopId shop, CancellationToken cancellationToken) =>
        await _snapshots.ReadPointerAsync(shop, cancellationToken) is { } pointer
            ? await _snapshots.ReadAsync(shop, pointer.Value, cancellationToken)
            : null;

    /// <summary>The current snapshot with the stock and prices that are newer than its files; null where the shop has none.</summary>
    /// <inheritdoc cref="ReadCurrentAsync" path="/exception"/>
    public async Task<CatalogueSnapshot?> ReadLiveAsync(ShopId shop, CancellationToken cancellationToken) =>
        await ReadCurrentAsync(shop, cancellationToken) is not { } snapshot ? null
        : await _overlays.ReadAsync(shop, cancellationToken) is { } overlay ? overlay.Value.Over(snapshot, overlay.Value.Name())
        : snapshot;
}
