using System.Text.Json.Serialization;

namespace BundleFunctions.Operations.Drift;

/// <summary>JSON of drift records: camelCase.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DriftRecord))]
internal sealed partial class DriftJson : JsonSerializerContext;
