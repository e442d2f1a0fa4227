using System.Text.Json.Serialization;

namespace BundleFunctions.Publishing;

/// <summary>JSON of list documents: nulls left out, missing fields refused.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ListDocument))]
[JsonSerializable(typeof(BundleEntry))]
internal sealed partial class ListDocumentJson : JsonSerializerContext;
