using System.Text.Json.Serialization;
using BundleFunctions.Feedback;
using BundleFunctions.Privacy;
using BundleFunctions.Publishing;

namespace BundleFunctions.Functions.Http;

/// <summary>JSON of what the HTTP functions read and answer, bundles aside: camelCase, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CartBody))]
[JsonSerializable(typeof(RerankBody))]
[JsonSerializable(typeof(ComposeBody))]
[JsonSerializable(typeof(AssistantBody))]
[JsonSerializable(typeof(BatchBody))]
[JsonSerializable(typeof(BatchAnswer))]
[JsonSerializable(typeof(ValidBody))]
[JsonSerializable(typeof(PostEventsResult))]
[JsonSerializable(typeof(RollBackReport))]
[JsonSerializable(typeof(PersonBody))]
[JsonSerializable(typeof(ErasureAnswer))]
[JsonSerializable(typeof(OptOutAnswer))]
[JsonSerializable(typeof(RetentionReport))]
[JsonSerializable(typeof(HealthSummary))]
internal sealed partial class ContractJson : JsonSerializerContext;
