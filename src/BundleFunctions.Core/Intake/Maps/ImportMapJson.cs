using System.Text.Json;
using System.Text.Json.Serialization;

namespace BundleFunctions.Intake.Maps;

/// <summary>JSON of import maps: camelCase, comments and trailing commas allowed, unknown settings refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ImportMap))]
[JsonSerializable(typeof(Catalogue.Maps.CatalogueMap))]
internal sealed partial class ImportMapJson : JsonSerializerContext;
