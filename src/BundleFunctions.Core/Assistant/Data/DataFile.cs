using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BundleFunctions.Assistant.Data;

/// <summary>Reads the assistant's own data, which lie beside this file.</summary>
internal static class DataFile
{
    public static T Read<T>(string name, JsonTypeInfo<T> type)
    {
        var resource = $"BundleFunctions.Assistant.Data.{name}.json";
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"Resource {resource} is missing from the build.");
        return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidOperationException($"Resource {resource} is empty.");
    }
}
