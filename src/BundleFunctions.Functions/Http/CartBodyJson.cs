using System.Text.Json.Serialization;

namespace BundleFunctions.Functions.Http;

/// <summary>Reads carts.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CartBody))]
internal sealed partial class CartBodyJson : JsonSerializerContext;
