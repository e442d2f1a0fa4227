using System.Text.Json.Serialization;

namespace BundleFunctions.Intake.Maps;

/// <summary>JSON of import maps: camelCase, unknown settings refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ImportMap))]
internal sealed partial class ImportMapJson : JsonSerializerContext;
