using System.Text.Json;
using System.Text.Json.Serialization;

namespace BundleFunctions.Operations;

/// <summary>JSON of price tables: camelCase, comments allowed, every price required, unknown ones refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PriceTable))]
public sealed partial class PriceTableJson : JsonSerializerContext;
