using BundleFunctions.Catalogue.Updates;
using BundleFunctions.Ports;

namespace BundleFunctions.Catalogue;

/// <summary>A shop's catalogues over time: which there were, going back to one, and the one that waits in staging.</summary>
public sealed class CatalogueVersions(IBlobStore blobs, TimeProvider time)
{
    private const int MaxRaces = 20;
    private readonly SnapshotStore _snapshots = new(blobs);
    private readonly OverlayStore _overlays = new(blobs);

    /// <summary>Every catalogue that was current, the newest first.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<IReadOnlyList<CatalogueVersionInfo>> ListAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var current = await _snapshots.ReadPointerAsync(shop, cancellationToken);
        return [.. (await _snapshots.ReadVersionsAsync(shop, cancellationToken)).Select(version => new CatalogueVersionInfo(
            version.Pointer.SnapshotId, version.Pointer.Products, version.Pointer.IsDerived, version.At, version.Reason, version.Pointer == current?.Value))];
    }

    /// <summary>Makes an earlier catalogue current again; files that come in later go over it.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="id">Its snapshot's id, or the start of it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How it differs from what was current.</returns>
    /// <exception cref="InvalidDataException">There is no such version, or more than one.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<CatalogueChanges> SwitchAsync(ShopId shop, string id, CancellationToken cancellationToken)
    {
        var found = (await _snapshots.ReadVersionsAsync(shop, cancellationToken))
            .Where(version => id.Length > 0 && version.Pointer.SnapshotId.StartsWith(id, StringComparison.Ordinal))
            .DistinctBy(version => version.Pointer.SnapshotId, StringComparer.Ordinal).ToList();
        return found.Count == 1
            ? await ReplaceAsync(shop, (_, _) => Task.FromResult(found[0].Pointer), "went back to it", cancellationToken)
            : throw new InvalidDataException($"{found.Count} versions of the catalogue of {shop} begin with '{id}'; expected one.");
    }

    /// <summary>What waits in staging and how it differs from what is current; null where nothing waits.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<StagedCatalogueInfo?> FindStagedAsync(ShopId shop, CancellationToken cancellationToken)
    {
        if (await _snapshots.ReadStagedAsync(shop, cancellationToken) is not { } staged)
        {
            return null;
        }

        var current = await _snapshots.ReadStateAsync(shop, (await _snapshots.ReadPointerAsync(shop, cancellationToken))?.Value, cancellationToken);
        var after = (await _snapshots.ReadStateAsync(shop, staged.Value.Pointer, cancellationToken)).With(current);
        return new StagedCatalogueInfo(
            staged.Value.Pointer.SnapshotId, staged.Value.At, staged.Value.Reason, CatalogueChanges.Between(current.Products, after.Products));
    }

    /// <summary>Makes what waits in staging current, together with what came in meanwhile.</summary>
    /// <returns>What changed; null where nothing waited.</returns>
    /// <exception cref="StoreException">The store failed; the call can be repeated.</exception>
    public async Task<CatalogueChanges?> PromoteAsync(ShopId shop, CancellationToken cancellationToken)
    {
        if (await _snapshots.ReadStagedAsync(shop, cancellationToken) is not { } staged)
        {
            return null;
        }

        var waiting = await _snapshots.ReadStateAsync(shop, staged.Value.Pointer, cancellationToken);
        var changes = await ReplaceAsync(
            shop,
            (current, token) => _snapshots.WriteStateAsync(shop, waiting.With(current), token),
            $"promoted: {staged.Value.Reason}",
            cancellationToken);

        // A file that was staged in between waits on.
        await _snapshots.UnstageAsync(shop, staged.ETag, cancellationToken);
        return changes;
    }

    /// <summary>Gives up what waits in staging; false where nothing waits.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<bool> DiscardAsync(ShopId shop, CancellationToken cancellationToken) =>
        await _snapshots.ReadStagedAsync(shop, cancellationToken) is { } staged && await _snapshots.UnstageAsync(shop, staged.ETag, cancellationToken);

    private async Task<CatalogueChanges> ReplaceAsync(
        ShopId shop, Func<CatalogueState, CancellationToken, Task<SnapshotPointer>> make, string reason, CancellationToken cancellationToken)
    {
        for (var race = 0; race < MaxRaces; race++)
        {
            var current = await _snapshots.ReadPointerAsync(shop, cancellationToken);
            var before = await _snapshots.ReadStateAsync(shop, current?.Value, cancellationToken);
            var pointer = await make(before, cancellationToken);
            if (pointer == current?.Value
                || await _snapshots.TrySwitchAsync(shop, new CatalogueVersion(pointer, time.GetUtcNow(), reason), current?.ETag, cancellationToken))
            {
                var after = await _snapshots.ReadStateAsync(shop, pointer, cancellationToken);
                await _overlays.FoldAsync(shop, after.Sources, cancellationToken);
                return CatalogueChanges.Between(before.Products, after.Products);
            }
        }

        throw new StoreException($"The catalogue of {shop} was changed by others {MaxRaces} times in a row.", isTransient: true);
    }
}
