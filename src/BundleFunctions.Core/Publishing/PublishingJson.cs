using System.Text.Json.Serialization;

namespace BundleFunctions.Publishing;

/// <summary>JSON of generations: camelCase, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PublishedList))]
[JsonSerializable(typeof(GenerationManifest))]
[JsonSerializable(typeof(ShopPointer))]
public sealed partial class PublishingJson : JsonSerializerContext;
