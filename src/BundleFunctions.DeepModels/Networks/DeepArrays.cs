namespace BundleFunctions.DeepModels.Networks;

/// <summary>Names of the arrays of deep models in a model file.</summary>
internal static class DeepArrays
{
    public const string Manifest = "manifest";
    public const string Network = "onnx";
    public const string Source = "source";
    public const string Target = "target";
    public const string Hubs = "hubs";
    public const string Empty = "empty";
}
