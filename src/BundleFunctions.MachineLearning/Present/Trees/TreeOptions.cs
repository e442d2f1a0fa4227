namespace BundleFunctions.MachineLearning;

/// <summary>How trees are grown.</summary>
public sealed record TreeOptions
{
    /// <summary>Trees, 1..2000.</summary>
    public int Trees { get; init; } = 100;

    /// <summary>Leaves of one tree, 2..1024.</summary>
    public int Leaves { get; init; } = 12;

    /// <summary>Bundles that a leaf must hold, 1 or more.</summary>
    public int MinPerLeaf { get; init; } = 20;

    /// <summary>How much of a tree counts, above 0 up to 1.</summary>
    public double LearningRate { get; init; } = 0.08;
}
