using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BundleFunctions.Catalogue;

/// <summary>JSON of snapshots: camelCase, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Product))]
[JsonSerializable(typeof(SnapshotPointer))]
[JsonSerializable(typeof(CatalogueVersion))]
[JsonSerializable(typeof(StagedCatalogue))]
[JsonSerializable(typeof(SortedDictionary<string, ProductSource>))]
internal sealed partial class CatalogueJson : JsonSerializerContext
{
    /// <summary>Letters of every script stay readable; the bytes are only ever read as JSON.</summary>
    public static CatalogueJson Lines { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
