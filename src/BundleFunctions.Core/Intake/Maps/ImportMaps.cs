using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;

namespace BundleFunctions.Intake.Maps;

/// <summary>The import maps that come with the product, by name.</summary>
public static class ImportMaps
{
    private const string Prefix = "BundleFunctions.Intake.Maps.";
    private static readonly ConcurrentDictionary<string, (ImportMap Map, string Hash)?> Loaded = new(StringComparer.Ordinal);

    /// <summary>Names of the maps, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^".json".Length])
            .Order(StringComparer.Ordinal)];

    /// <summary>A map by name; null where there is none.</summary>
    public static ImportMap? Find(string name) => Load(name)?.Map;

    /// <summary>Names a map's text, so that a changed map is another one.</summary>
    internal static string? FindHash(string name) => Load(name)?.Hash;

    private static (ImportMap Map, string Hash)? Load(string name) => Loaded.GetOrAdd(name, static key =>
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{key}.json");
        if (resource is null)
        {
            return null;
        }

        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        var map = JsonSerializer.Deserialize(bytes, ImportMapJson.Default.ImportMap)
            ?? throw new InvalidDataException($"Import map {key} is null.");
        return (map, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    });
}
