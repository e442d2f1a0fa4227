using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BundleFunctions.Lake;

/// <summary>The lake's wire format: camelCase, nulls left out, fields in the order of their records, so equal events have equal bytes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ShopEvent))]
[JsonSerializable(typeof(LakeCommit))]
[JsonSerializable(typeof(LakeDay))]
internal sealed partial class LakeJson : JsonSerializerContext
{
    /// <summary>Letters of every script stay readable; the bytes are only ever read as JSON.</summary>
    public static LakeJson Lines { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
