using System.Text.Json.Serialization;

namespace BundleFunctions.Security;

/// <summary>JSON of stored API keys: camelCase, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ApiKeyRingDocument))]
internal sealed partial class ApiKeyJson : JsonSerializerContext;
