using BundleFunctions.Intake.Maps;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Intake;

/// <summary>By which rules a shop's file is read.</summary>
/// <param name="Map">The import map; null for our own schema.</param>
/// <param name="Name">Names the rules: a new version of them makes new content of an old file.</param>
/// <param name="UnknownMap">The map's name where there is no such map.</param>
internal sealed record EventRules(ImportMap? Map, string Name, string? UnknownMap)
{
    private const string OwnSchema = "event-schema-1";

    public static EventRules For(ShopId shop, BlobName blob, ShopSettings settings)
    {
        // What was posted to us is in our own schema, whatever the shop's files are in.
        if (settings.EventMap is not { } name || blob.Path.StartsWith($"{shop}/posted/", StringComparison.Ordinal))
        {
            return new EventRules(null, OwnSchema, null);
        }

        return ImportMaps.Find(name) is { } map
            ? new EventRules(map, $"{OwnSchema} {ImportMaps.FindHash(name)}", null)
            : new EventRules(null, $"{OwnSchema} unknown:{name}", name);
    }
}
