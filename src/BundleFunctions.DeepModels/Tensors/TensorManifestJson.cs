using System.Text.Json.Serialization;

namespace BundleFunctions.DeepModels.Tensors;

/// <summary>JSON of dataset folders.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TensorManifest))]
internal sealed partial class TensorManifestJson : JsonSerializerContext;
