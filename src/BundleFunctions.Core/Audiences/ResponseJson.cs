using System.Text.Json.Serialization;

namespace BundleFunctions.Audiences;

/// <summary>JSON of what is learned of responses: camelCase.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true)]
[JsonSerializable(typeof(ResponseModel))]
public sealed partial class ResponseJson : JsonSerializerContext;
