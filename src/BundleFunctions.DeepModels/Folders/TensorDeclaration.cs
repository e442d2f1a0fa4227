namespace BundleFunctions.DeepModels.Folders;

/// <summary>A tensor that the trainer says the network has.</summary>
/// <param name="Shape">-1 for the rows.</param>
internal sealed record TensorDeclaration(string Name, string Dtype, IReadOnlyList<int> Shape)
{
    /// <summary>Elements in a row.</summary>
    public int Width => Shape.Count < 2 ? 1 : Shape[1];

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {Dtype} [{string.Join(", ", Shape)}]";
}
