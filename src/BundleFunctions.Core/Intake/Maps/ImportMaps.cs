namespace BundleFunctions.Intake.Maps;

/// <summary>The import maps that come with the product, by name.</summary>
public static class ImportMaps
{
    /// <summary>What a shop's settings call the map that the shop made itself.</summary>
    public const string Own = "own";

    private static readonly ShippedMaps<ImportMap> Shipped = new("BundleFunctions.Intake.Maps.", ImportMapJson.Default.ImportMap, MapCheck.Find);

    /// <summary>Names of the maps, in ordinal order.</summary>
    public static IReadOnlyList<string> Names => Shipped.Names;

    /// <summary>A map by name; null where there is none.</summary>
    public static ImportMap? Find(string name) => Shipped.Load(name)?.Map;

    /// <summary>A map by name, with what names its text.</summary>
    internal static LoadedMap<ImportMap>? Load(string name) => Shipped.Load(name);

    /// <summary>Reads a map that a shop made itself.</summary>
    /// <exception cref="InvalidMapException">It cannot be used.</exception>
    internal static LoadedMap<ImportMap> Parse(ReadOnlyMemory<byte> json) => Shipped.Parse(json);
}
