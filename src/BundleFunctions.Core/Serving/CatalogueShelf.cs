using System.Text.Json;
using BundleFunctions.Bundling.Constraints;
using BundleFunctions.Catalogue;
using BundleFunctions.Catalogue.Updates;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Serving;

/// <summary>Keeps one shop's catalogue in memory: a small look-up tells whether it changed, and only then it is read.</summary>
internal sealed class CatalogueShelf(ShopId shop, IBlobStore blobs, CatalogueReader catalogues, ShopDirectory shops, TimeProvider clock)
{
    private readonly OverlayStore _overlays = new(blobs);
    private CatalogueSnapshot? _snapshot;
    private string? _snapshotETag;
    private string? _etags;
    private int _epoch;

    /// <summary>The catalogue as it is now; <paramref name="known"/> where nothing changed, or where it cannot be read. One call at a time.</summary>
    public async Task<LiveCatalogue?> RefreshAsync(LiveCatalogue? known, CancellationToken cancellationToken)
    {
        try
        {
            var snapshot = await blobs.FindAsync(BlobLayout.CurrentSnapshot(shop), cancellationToken);
            var settings = await blobs.FindAsync(BlobLayout.ShopSettings(shop), cancellationToken);
            var updates = await blobs.FindAsync(BlobLayout.CatalogueUpdates(shop), cancellationToken);
            var etags = $"{snapshot?.ETag} {settings?.ETag} {updates?.ETag}";
            var now = clock.GetUtcNow();
            if (string.Equals(etags, _etags, StringComparison.Ordinal))
            {
                return known?.ChangesAt <= now ? known.At(now, ++_epoch) : known;
            }

            var live = await ReadAsync(snapshot?.ETag, now, cancellationToken);
            _etags = etags;
            return live;
        }
        catch (Exception e) when (e is StoreException or InvalidDataException or JsonException or InvalidShopSettingsException)
        {
            return known;
        }
    }

    private async Task<LiveCatalogue?> ReadAsync(string? snapshotETag, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A catalogue may be large and changes with its files; stock and prices are small and change all day.
        if (!string.Equals(snapshotETag, _snapshotETag, StringComparison.Ordinal) || _snapshot is null)
        {
            (_snapshot, _snapshotETag) = (await catalogues.ReadCurrentAsync(shop, cancellationToken), snapshotETag);
        }

        if (_snapshot is null)
        {
            return null;
        }

        var settings = await shops.GetSettingsAsync(shop, cancellationToken);
        var overlay = await _overlays.ReadAsync(shop, cancellationToken);
        var current = overlay is { } stored ? stored.Value.Over(_snapshot, stored.Value.Name()) : _snapshot;
        return new LiveCatalogue(
            ++_epoch,
            current,
            settings.Pricing,
            new BundleConstraints(settings.Bundling.Constraints),
            now,
            LiveCatalogue.NextChange(current.Products, settings.Bundling.Constraints, now))
        {
            Assistant = settings.Assistant,
        };
    }
}
