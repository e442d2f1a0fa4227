using System.Text.Json;
using System.Text.Json.Serialization;

namespace BundleFunctions.Shops;

/// <summary>JSON of shop settings: camelCase, comments and trailing commas allowed, unknown settings refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    WriteIndented = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ShopSettings))]
public sealed partial class ShopJson : JsonSerializerContext;
