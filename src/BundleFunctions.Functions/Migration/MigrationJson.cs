using System.Text.Json.Serialization;
using BundleFunctions.Migration;

namespace BundleFunctions.Functions.Migration;

/// <summary>JSON of the retired services.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(UsageEvent[]))]
[JsonSerializable(typeof(IReadOnlyList<RecommendedItem>))]
[JsonSerializable(typeof(RecommendedItem))]
[JsonSerializable(typeof(RecoList))]
internal sealed partial class MigrationJson : JsonSerializerContext;
