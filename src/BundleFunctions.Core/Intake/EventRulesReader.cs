using BundleFunctions.Intake.Maps;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Intake;

/// <summary>Finds by which rules a shop's files are read.</summary>
internal sealed class EventRulesReader(IBlobStore blobs)
{
    private const string OwnSchema = "event-schema-1";

    /// <summary>The rules of one file.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<EventRules> ReadAsync(ShopId shop, BlobName blob, ShopSettings settings, CancellationToken cancellationToken)
    {
        // What was posted to us is in our own schema, whatever the shop's files are in.
        if (settings.EventMap is not { } name || blob.Path.StartsWith($"{shop}/posted/", StringComparison.Ordinal))
        {
            return new EventRules(null, OwnSchema);
        }

        var found = await new ShopMaps(blobs).FindEventMapAsync(shop, name, cancellationToken);
        return found.Map is { } map
            ? new EventRules(map.Map, $"{OwnSchema} {map.Hash}")
            : new EventRules(null, $"{OwnSchema} {found.Fault!.Code}:{name} {found.Hash}", found.Fault);
    }
}
