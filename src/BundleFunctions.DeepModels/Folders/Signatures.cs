using BundleFunctions.Associations;
using BundleFunctions.Scoring;

namespace BundleFunctions.DeepModels.Folders;

/// <summary>The shapes of networks that are known, and whether one is what it says.</summary>
internal static class Signatures
{
    public const string Sequence = "sequence";
    public const string Set = "set";
    public const string Item = "item";
    public const string Items = SessionCard.ItemsInput;
    public const string Actions = SessionCard.ActionsInput;
    public const string Scores = "scores";
    public const string Source = "source";
    public const string Target = "target";

    private static readonly string[] OfItems = ["tokens", "categories", "attributes", "brand", "price_level", "image", "image_known", "audio", "audio_known"];

    /// <exception cref="InvalidModelException">The manifest declares tensors that its signature does not have.</exception>
    public static void Check(ModelFolderManifest manifest)
    {
        string[] inputs = [.. manifest.Inputs.Select(input => input.Name)];
        string[] outputs = [.. manifest.Outputs.Select(output => output.Name)];
        var known = manifest.Signature switch
        {
            Sequence => inputs is [Items] or [Items, Actions] && outputs is [Scores],
            Set => inputs is [Items] && outputs is [Scores],
            Item => inputs.Length > 0 && inputs.Distinct(StringComparer.Ordinal).Count() == inputs.Length && inputs.All(OfItems.Contains)
                && outputs is [Source, Target] && manifest.Outputs[0].Width == manifest.Outputs[1].Width,
            _ => throw new InvalidModelException($"The model has the unknown signature '{manifest.Signature}'."),
        };
        Require(known, $"A model of signature '{manifest.Signature}' takes [{string.Join(", ", inputs)}] and gives [{string.Join(", ", outputs)}].");
        Require(RowKinds.IsKnown(manifest.Rows), $"The model learned from rows of the unknown kind '{manifest.Rows}'.");
        if (manifest.Signature is Sequence or Set)
        {
            Require(manifest.Length > 0, $"The model's length is {manifest.Length}; expected 1 or more.");
            Require(manifest.Inputs.All(input => input.Width == manifest.Length), $"The inputs {string.Join("; ", manifest.Inputs)} are not of the length {manifest.Length}.");
            Require(manifest.Outputs[0].Width == manifest.Items, $"The output {manifest.Outputs[0]} does not score {manifest.Items} items.");
        }
    }

    /// <exception cref="InvalidModelException">The network has other tensors than its manifest declares.</exception>
    public static void Check(ModelFolderManifest manifest, TensorModel network)
    {
        Compare("inputs", manifest.Inputs, network.Inputs);
        Compare("outputs", manifest.Outputs, network.Outputs);
    }

    private static void Compare(string what, IReadOnlyList<TensorDeclaration> declared, IReadOnlyList<TensorSpec> found)
    {
        var same = declared.Count == found.Count && declared.Zip(found).All(pair =>
            string.Equals(pair.First.Name, pair.Second.Name, StringComparison.Ordinal)
            && pair.First.Dtype is "int64" == pair.Second.Element is TensorElement.Int64
            && pair.First.Dtype is "int64" or "float32"
            && pair.First.Width == pair.Second.Width && pair.First.Shape.Count == (pair.Second.IsVector ? 1 : 2));
        Require(same, $"The network's {what} are {string.Join("; ", found)}; its manifest declares {string.Join("; ", declared)}.");
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidModelException(otherwise);
        }
    }
}
