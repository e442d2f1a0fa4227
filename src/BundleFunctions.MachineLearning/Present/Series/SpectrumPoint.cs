namespace BundleFunctions.MachineLearning;

/// <summary>A value of a series as ML.NET takes it.</summary>
internal sealed class SpectrumPoint
{
    public float Value { get; set; }
}
