using System.Text.Json.Serialization;

namespace BundleFunctions.Ranking;

/// <summary>JSON of rankers: camelCase, nulls left out; unknown and missing fields refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 8)]
[JsonSerializable(typeof(RankerDocument))]
internal sealed partial class RankerJson : JsonSerializerContext;
