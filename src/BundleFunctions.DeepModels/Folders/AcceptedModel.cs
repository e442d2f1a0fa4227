namespace BundleFunctions.DeepModels.Folders;

/// <summary>A model of the trainer that passed every check.</summary>
/// <param name="Manifest">What the trainer says of it.</param>
/// <param name="ManifestBytes">The same as it was read.</param>
/// <param name="Network">The ONNX file.</param>
internal sealed record AcceptedModel(ModelFolderManifest Manifest, byte[] ManifestBytes, byte[] Network);
