using BundleFunctions.Intake.Maps;

namespace BundleFunctions.Catalogue.Maps;

/// <summary>The catalogue maps that come with the product, by name.</summary>
public static class CatalogueMaps
{
    private static readonly ShippedMaps<CatalogueMap> Shipped = new("BundleFunctions.Catalogue.Maps.", ImportMapJson.Default.CatalogueMap, MapCheck.Find);

    /// <summary>Names of the maps, in ordinal order.</summary>
    public static IReadOnlyList<string> Names => Shipped.Names;

    /// <summary>A map by name; null where there is none.</summary>
    public static CatalogueMap? Find(string name) => Shipped.Load(name)?.Map;

    /// <summary>Names a map's text, so that a changed map is another one.</summary>
    internal static LoadedMap<CatalogueMap>? Load(string name) => Shipped.Load(name);

    /// <summary>Reads a map that a shop made itself.</summary>
    /// <exception cref="InvalidMapException">It cannot be used.</exception>
    internal static LoadedMap<CatalogueMap> Parse(ReadOnlyMemory<byte> json) => Shipped.Parse(json);
}
