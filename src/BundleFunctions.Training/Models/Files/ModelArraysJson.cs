using System.Text.Json.Serialization;

namespace BundleFunctions.Training.Models.Files;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ModelArraysHeader))]
internal sealed partial class ModelArraysJson : JsonSerializerContext;
