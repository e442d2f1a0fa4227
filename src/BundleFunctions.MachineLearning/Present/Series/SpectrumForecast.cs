namespace BundleFunctions.MachineLearning;

/// <summary>A forecast as ML.NET gives it.</summary>
internal sealed class SpectrumForecast
{
    public float[] Ahead { get; set; } = [];
}
