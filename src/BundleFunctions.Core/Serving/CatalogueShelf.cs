using System.Text.Json;
using BundleFunctions.Bundling.Constraints;
using BundleFunctions.Catalogue;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Serving;

/// <summary>Keeps one shop's catalogue in memory: a small look-up tells whether it changed, and only then it is read.</summary>
internal sealed class CatalogueShelf(ShopId shop, IBlobStore blobs, CatalogueReader catalogues, ShopDirectory shops, TimeProvider clock)
{
    private string? _etags;
    private int _epoch;

    /// <summary>The catalogue as it is now; <paramref name="known"/> where nothing changed, or where it cannot be read. One call at a time.</summary>
    public async Task<LiveCatalogue?> RefreshAsync(LiveCatalogue? known, CancellationToken cancellationToken)
    {
        try
        {
            var snapshot = await blobs.FindAsync(BlobLayout.CurrentSnapshot(shop), cancellationToken);
            var settings = await blobs.FindAsync(BlobLayout.ShopSettings(shop), cancellationToken);
            var etags = $"{snapshot?.ETag} {settings?.ETag}";
            var now = clock.GetUtcNow();
            if (string.Equals(etags, _etags, StringComparison.Ordinal))
            {
                return known?.ChangesAt <= now ? known.At(now, ++_epoch) : known;
            }

            var live = await ReadAsync(now, cancellationToken);
            _etags = etags;
            return live;
        }
        catch (Exception e) when (e is StoreException or InvalidDataException or JsonException or InvalidShopSettingsException)
        {
            return known;
        }
    }

    private async Task<LiveCatalogue?> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await catalogues.ReadCurrentAsync(shop, cancellationToken) is not { } snapshot)
        {
            return null;
        }

        var settings = await shops.GetSettingsAsync(shop, cancellationToken);
        return new LiveCatalogue(
            ++_epoch,
            snapshot,
            settings.Pricing,
            new BundleConstraints(settings.Bundling.Constraints),
            now,
            LiveCatalogue.NextChange(snapshot.Products, settings.Bundling.Constraints, now));
    }
}
