using System.Text.Json.Serialization;

namespace BundleFunctions.Pricing;

/// <summary>JSON of <see cref="ElasticityTable"/>: camelCase, nulls left out, keys in ordinal order, so equal tables have equal bytes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ElasticityTable))]
[JsonSerializable(typeof(AdvisedStock))]
internal sealed partial class ElasticityJson : JsonSerializerContext;
