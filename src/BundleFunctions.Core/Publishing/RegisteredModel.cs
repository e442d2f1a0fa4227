using BundleFunctions.Associations;

namespace BundleFunctions.Publishing;

/// <summary>A model of the registry.</summary>
/// <param name="Manifest">Its folder, which never changes.</param>
/// <param name="Place">What became of it.</param>
public sealed record RegisteredModel(ModelManifest Manifest, ModelPlace Place);
