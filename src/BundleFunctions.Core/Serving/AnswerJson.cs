using System.Text.Json.Serialization;

namespace BundleFunctions.Serving;

/// <summary>JSON of answers: camelCase, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BundleAnswer))]
public sealed partial class AnswerJson : JsonSerializerContext;
