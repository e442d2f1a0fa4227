using System.Text.Json.Serialization;

namespace BundleFunctions.Audit;

/// <summary>JSON of audit entries: camelCase, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AuditEntry))]
public sealed partial class AuditJson : JsonSerializerContext;
