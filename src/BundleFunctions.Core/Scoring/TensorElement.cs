namespace BundleFunctions.Scoring;

/// <summary>What a tensor is made of.</summary>
public enum TensorElement
{
    Float32,
    Int64,
}
