using System.Text.Json.Serialization;
using BundleFunctions.Bandits;

namespace BundleFunctions.Experiments;

/// <summary>JSON of experiments and of what bandits have learnt: camelCase, nulls left out, unknown fields refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ExperimentBook))]
[JsonSerializable(typeof(ExperimentChange))]
[JsonSerializable(typeof(ExperimentChange[]))]
[JsonSerializable(typeof(BanditTable))]
public sealed partial class ExperimentJson : JsonSerializerContext;
