using System.Text.Json.Serialization;

namespace BundleFunctions.Sessions;

/// <summary>JSON of session documents: short names, missing fields refused.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LiveSession))]
internal sealed partial class SessionJson : JsonSerializerContext;
