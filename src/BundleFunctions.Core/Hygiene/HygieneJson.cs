using System.Text.Json.Serialization;

namespace BundleFunctions.Hygiene;

/// <summary>JSON of the report: camelCase, indented, for people to read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(HygieneReport))]
internal sealed partial class HygieneJson : JsonSerializerContext;
