using System.Text.Json.Serialization;

namespace BundleFunctions.Audiences;

/// <summary>JSON of a user of an audience: camelCase, nulls left out.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AudienceMember))]
internal sealed partial class AudienceJson : JsonSerializerContext;
