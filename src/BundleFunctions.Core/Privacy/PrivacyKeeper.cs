using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Privacy;

/// <summary>The round of the privacy timer: erasures that wait, then what is too old, shop by shop. One shop's failure does not stop the others.</summary>
public sealed class PrivacyKeeper(ShopDirectory shops, PersonEraser eraser, RetentionSweeper retention)
{
    /// <exception cref="StoreException">The shops could not be listed.</exception>
    public async Task<IReadOnlyList<ShopPrivacy>> TickAsync(CancellationToken cancellationToken)
    {
        var done = new List<ShopPrivacy>();
        foreach (var shop in await shops.ListAsync(cancellationToken))
        {
            IReadOnlyList<ErasureStatus> erasures = [];
            try
            {
                erasures = await eraser.RunAsync(shop, cancellationToken);
                done.Add(new ShopPrivacy(shop, erasures, await retention.SweepAsync(shop, dryRun: false, "timer", cancellationToken), null));
            }
            catch (Exception e) when (e is StoreException or InvalidDataException or InvalidShopSettingsException or System.Text.Json.JsonException)
            {
                done.Add(new ShopPrivacy(shop, erasures, null, e.Message));
            }
        }

        return done;
    }
}
