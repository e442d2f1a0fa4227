using System.Text.Json.Serialization;
using BundleFunctions.Assistant;
using BundleFunctions.Serving.Search;
using BundleFunctions.Serving.WhyNot;

namespace BundleFunctions.Serving;

/// <summary>JSON of answers and health reports: camelCase, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BundleAnswer))]
[JsonSerializable(typeof(RankedProducts))]
[JsonSerializable(typeof(AssistantAnswer))]
[JsonSerializable(typeof(WhyNotReport))]
[JsonSerializable(typeof(HealthReport))]
public sealed partial class AnswerJson : JsonSerializerContext;
