using System.Text.Json.Serialization;
using BundleFunctions.Audit;
using BundleFunctions.Catalogue.Updates;
using BundleFunctions.Serving.Rules;

namespace BundleFunctions.Functions.Http.Administration;

/// <summary>JSON of the operators' routes: camelCase, nulls left out; fields that a body must not have are refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 16,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(GenerationList))]
[JsonSerializable(typeof(ModelList))]
[JsonSerializable(typeof(KeyList))]
[JsonSerializable(typeof(KeyBody))]
[JsonSerializable(typeof(IssuedKey))]
[JsonSerializable(typeof(Done))]
[JsonSerializable(typeof(UpdatesBody))]
[JsonSerializable(typeof(CatalogueUpdate))]
[JsonSerializable(typeof(CatalogueUpdateResult))]
[JsonSerializable(typeof(DryRunBody))]
[JsonSerializable(typeof(RuleDryRunReport))]
[JsonSerializable(typeof(RuleSet))]
[JsonSerializable(typeof(Rule))]
[JsonSerializable(typeof(AuditPage))]
internal sealed partial class AdminJson : JsonSerializerContext;
