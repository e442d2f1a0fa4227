using System.Text.Json.Serialization;

namespace BundleFunctions.Segments;

/// <summary>JSON of segments: camelCase.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true)]
[JsonSerializable(typeof(SegmentTable))]
public sealed partial class SegmentJson : JsonSerializerContext;
