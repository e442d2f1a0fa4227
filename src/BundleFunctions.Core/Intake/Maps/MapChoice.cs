using BundleFunctions.Catalogue.Maps;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Intake.Maps;

/// <summary>Chooses by which map a shop's files are read.</summary>
public sealed class MapChoice(ShopDirectory shops, ShopMaps maps)
{
    /// <summary>Keeps a shop's own map where one is given, then names the map in the shop's settings.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="events">Whether it is for events, and not for products.</param>
    /// <param name="name">The map's name.</param>
    /// <param name="own">The shop's own map, whose name is <see cref="ImportMaps.Own"/>; null where it is one of the product's.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InvalidMapException">The map cannot be used; nothing was written.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task SaveAsync(ShopId shop, bool events, string name, ReadOnlyMemory<byte>? own, CancellationToken cancellationToken)
    {
        var names = events ? ImportMaps.Names : CatalogueMaps.Names;
        if (own is null && !string.Equals(name, ImportMaps.Own, StringComparison.Ordinal) && !names.Contains(name, StringComparer.Ordinal))
        {
            throw new InvalidMapException([$"'{name}' is no map; expected {ImportMaps.Own} or one of {string.Join(", ", names)}."]);
        }

        if (own is { } json)
        {
            await (events ? maps.SaveEventMapAsync(shop, json, cancellationToken) : maps.SaveCatalogueMapAsync(shop, json, cancellationToken));
        }

        var settings = await shops.GetSettingsAsync(shop, cancellationToken);
        await shops.SaveSettingsAsync(
            shop, events ? settings with { EventMap = name } : settings with { CatalogueMap = name }, cancellationToken);
    }
}
