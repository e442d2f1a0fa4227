using System.Text.Json.Serialization;

namespace BundleFunctions.DeepModels.Folders;

/// <summary>JSON of model folders.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ModelFolderManifest))]
internal sealed partial class ModelFolderJson : JsonSerializerContext;
