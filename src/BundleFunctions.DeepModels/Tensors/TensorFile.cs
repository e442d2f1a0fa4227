namespace BundleFunctions.DeepModels.Tensors;

/// <summary>One array of a dataset folder.</summary>
internal sealed record TensorFile(string Name, string File, string Dtype, IReadOnlyList<int> Shape, string Sha256);
