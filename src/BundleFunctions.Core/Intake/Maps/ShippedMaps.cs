using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BundleFunctions.Intake.Maps;

/// <summary>Reads maps: those that come with the product, and those of shops.</summary>
/// <param name="prefix">What the names of the product's own begin with.</param>
/// <param name="type">How they are read.</param>
/// <param name="check">Says what is wrong with one.</param>
internal sealed class ShippedMaps<TMap>(string prefix, JsonTypeInfo<TMap> type, Func<TMap, IReadOnlyList<string>> check)
    where TMap : class
{
    private readonly ConcurrentDictionary<string, LoadedMap<TMap>?> _loaded = new(StringComparer.Ordinal);

    /// <summary>Names of the product's own, in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; } =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal))
            .Select(name => name[prefix.Length..^".json".Length])
            .Order(StringComparer.Ordinal)];

    /// <summary>One of the product's own by name; null where there is none.</summary>
    public LoadedMap<TMap>? Load(string name) => _loaded.GetOrAdd(name, key =>
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{prefix}{key}.json");
        if (resource is null)
        {
            return null;
        }

        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return Parse(bytes);
    });

    /// <summary>Reads and checks a map.</summary>
    /// <exception cref="InvalidMapException">It cannot be used.</exception>
    public LoadedMap<TMap> Parse(ReadOnlyMemory<byte> json)
    {
        TMap? map;
        try
        {
            map = JsonSerializer.Deserialize(json.Span, type);
        }
        catch (JsonException e)
        {
            throw new InvalidMapException([$"{e.Path ?? "$"}: {e.Message.Split(" Path: ")[0]}"]);
        }

        var faults = map is null ? ["$: expected an object."] : check(map);
        return faults.Count == 0
            ? new LoadedMap<TMap>(map!, Convert.ToHexStringLower(SHA256.HashData(json.Span)))
            : throw new InvalidMapException(faults);
    }
}
