using System.Globalization;
using BundleFunctions.Catalogue.Updates;
using BundleFunctions.Ports;

namespace BundleFunctions.Catalogue;

/// <summary>Puts what one file says together with the current catalogue, or with the one that waits in staging.</summary>
internal sealed class CatalogueUpsert(IBlobStore blobs, TimeProvider time)
{
    private const int MaxTries = 500;
    private readonly SnapshotStore _snapshots = new(blobs);
    private readonly OverlayStore _overlays = new(blobs);

    /// <summary>Writes a snapshot in which each product has its newest source, and switches to it, or stages it. Others may do the same at
    /// once: whoever comes second begins again from the first one's result.</summary>
    /// <exception cref="StoreException">Others were first every time.</exception>
    public async Task<CatalogueLoaded> ApplyAsync(
        ShopId shop, IReadOnlyCollection<Product> products, ProductSource source, CatalogueLoad load, CancellationToken cancellationToken)
    {
        var file = CatalogueState.Of(products, source, load.IsFull);
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var current = await _snapshots.ReadPointerAsync(shop, cancellationToken);
            var before = await _snapshots.ReadStateAsync(shop, current?.Value, cancellationToken);
            var after = file.With(before);
            var changes = CatalogueChanges.Between(before.Products, after.Products);
            var waits = load.IsStaged ? "the shop stages its catalogue files"
                : load.IsHeldBack(changes) ? TooMany(changes, load)
                : null;
            if (waits is not null)
            {
                if (await TryStageAsync(shop, file, before, source, waits, cancellationToken) is { } staged)
                {
                    return staged;
                }

                continue;
            }

            var pointer = await _snapshots.WriteStateAsync(shop, after, cancellationToken);
            if (pointer == current?.Value
                || await _snapshots.TrySwitchAsync(shop, new CatalogueVersion(pointer, time.GetUtcNow(), source.Blob), current?.ETag, cancellationToken))
            {
                await _overlays.FoldAsync(shop, after.Sources, cancellationToken);
                return new CatalogueLoaded(pointer.SnapshotId, changes, null);
            }
        }

        throw new StoreException($"The catalogue of {shop} was changed by others {MaxTries} times in a row.", isTransient: true);
    }

    private async Task<CatalogueLoaded?> TryStageAsync(
        ShopId shop, CatalogueState file, CatalogueState current, ProductSource source, string reason, CancellationToken cancellationToken)
    {
        var staged = await _snapshots.ReadStagedAsync(shop, cancellationToken);
        var below = staged is null ? current : (await _snapshots.ReadStateAsync(shop, staged.Value.Value.Pointer, cancellationToken)).With(current);
        var after = file.With(below);
        var pointer = await _snapshots.WriteStateAsync(shop, after, cancellationToken);
        var written = new StagedCatalogue(pointer, time.GetUtcNow(), $"{source.Blob}: {reason}");
        return await _snapshots.TryStageAsync(shop, written, staged?.ETag, cancellationToken)
            ? new CatalogueLoaded(pointer.SnapshotId, CatalogueChanges.Between(current.Products, after.Products), reason)
            : null;
    }

    private static string TooMany(CatalogueChanges changes, CatalogueLoad load) => string.Create(
        CultureInfo.InvariantCulture,
        $"the full load drops {changes.Retired} of {changes.Before} products, more than the share of {load.MaxDropShare} that the shop allows");
}
