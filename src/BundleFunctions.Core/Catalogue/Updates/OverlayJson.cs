using System.Text.Json.Serialization;

namespace BundleFunctions.Catalogue.Updates;

/// <summary>JSON of overlays: camelCase, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CatalogueOverlay))]
internal sealed partial class OverlayJson : JsonSerializerContext;
