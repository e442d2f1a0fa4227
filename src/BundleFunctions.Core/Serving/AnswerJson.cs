using System.Text.Json.Serialization;

namespace BundleFunctions.Serving;

/// <summary>JSON of answers and health reports: camelCase, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BundleAnswer))]
[JsonSerializable(typeof(HealthReport))]
public sealed partial class AnswerJson : JsonSerializerContext;
