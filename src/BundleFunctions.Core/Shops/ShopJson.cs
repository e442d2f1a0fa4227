using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace BundleFunctions.Shops;

/// <summary>JSON of shop settings: camelCase, comments and trailing commas allowed, unknown settings and nulls refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ShopSettings))]
[JsonSerializable(typeof(JsonObject))]
public sealed partial class ShopJson : JsonSerializerContext;
