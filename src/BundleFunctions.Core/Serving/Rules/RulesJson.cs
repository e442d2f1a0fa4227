using System.Text.Json.Serialization;

namespace BundleFunctions.Serving.Rules;

/// <summary>JSON of rules: camelCase, nulls left out; unknown fields are refused, so that a misspelt condition is not an absent one.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 16,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RuleSet))]
[JsonSerializable(typeof(Rule))]
public sealed partial class RulesJson : JsonSerializerContext;
