using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BundleFunctions.Associations;

/// <summary>JSON of model folders: camelCase, nulls left out, fields in the order of their records, so equal models have equal bytes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ModelManifest))]
[JsonSerializable(typeof(ModelMetrics))]
[JsonSerializable(typeof(ProductAssociations))]
internal sealed partial class ModelJson : JsonSerializerContext
{
    /// <summary>Letters of every script stay readable; the bytes are only ever read as JSON.</summary>
    public static ModelJson Lines { get; } = new(Readable(indented: false));

    public static ModelJson Indented { get; } = new(Readable(indented: true));

    private static JsonSerializerOptions Readable(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        NewLine = "\n",
    };
}
