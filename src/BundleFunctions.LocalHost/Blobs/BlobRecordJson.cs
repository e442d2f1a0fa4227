using System.Text.Json.Serialization;

namespace BundleFunctions.LocalHost.Blobs;

/// <summary>Reads and writes <see cref="BlobRecord"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(BlobRecord))]
internal sealed partial class BlobRecordJson : JsonSerializerContext;
