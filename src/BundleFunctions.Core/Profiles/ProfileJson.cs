using System.Text.Json.Serialization;

namespace BundleFunctions.Profiles;

/// <summary>JSON of a profile's line: camelCase, nulls left out, the person first.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(UserProfile))]
internal sealed partial class ProfileJson : JsonSerializerContext;
