namespace BundleFunctions.DeepModels.Tensors;

/// <summary>What a dataset folder holds.</summary>
internal sealed record TensorManifest(
    string Format, int Version, int Items, int Rows, IReadOnlyList<string> Actions, int Vocabulary, ulong Seed, IReadOnlyList<TensorFile> Tensors);
