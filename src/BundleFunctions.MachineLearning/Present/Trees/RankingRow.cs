namespace BundleFunctions.MachineLearning;

/// <summary>A bundle of an answer as ML.NET takes it.</summary>
internal sealed class RankingRow
{
    public float Label { get; set; }

    public float[] Features { get; set; } = [];

    public uint Answer { get; set; }
}
