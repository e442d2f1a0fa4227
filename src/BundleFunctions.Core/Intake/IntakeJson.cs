using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BundleFunctions.Intake;

/// <summary>JSON of rejects files and of the ledger: camelCase, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Rejection))]
[JsonSerializable(typeof(LedgerEntry))]
[JsonSerializable(typeof(BlobReport))]
internal sealed partial class IntakeJson : JsonSerializerContext
{
    /// <summary>Letters of every script stay readable; the bytes are only ever read as JSON.</summary>
    public static IntakeJson Lines { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
