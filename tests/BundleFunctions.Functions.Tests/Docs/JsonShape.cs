using System.Text.Json;

namespace BundleFunctions.Functions.Tests.Docs;

/// <summary>The fields of a JSON value, as paths such as <c>bundles[].price.offer</c>, and the kind of value that each holds.</summary>
internal static class JsonShape
{
    public static SortedDictionary<string, string> Of(JsonElement value)
    {
        var shape = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(shape, "", value);
        return shape;
    }

    /// <summary>One field a line, to compare.</summary>
    public static string Text(JsonElement value) => string.Join('\n', Of(value).Select(field => $"{field.Key}: {field.Value}"));

    private static void Add(SortedDictionary<string, string> shape, string path, JsonElement value)
    {
        if (path.Length > 0)
        {
            shape[path] = value.ValueKind is JsonValueKind.True or JsonValueKind.False ? "Boolean" : value.ValueKind.ToString();
        }
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                Add(shape, path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Value);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var element in value.EnumerateArray())
            {
                Add(shape, $"{path}[]", element);
            }
        }
    }
}
