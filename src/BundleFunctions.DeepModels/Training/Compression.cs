namespace BundleFunctions.DeepModels.Training;

/// <summary>How a trained network is made smaller and faster, at some loss.</summary>
/// <param name="Suffix">What it adds to the model's name.</param>
/// <param name="Arguments">What the trainer is told.</param>
public sealed record Compression(string Suffix, IReadOnlyList<string> Arguments)
{
    /// <summary>Matrices as whole numbers of eight bits.</summary>
    public static Compression Int8 { get; } = new("-int8", ["--int8"]);

    /// <summary>The half of the weights that is nearest to zero set to zero.</summary>
    public static Compression Pruned { get; } = new("-pruned", ["--prune", "0.5"]);

    /// <summary>Every way.</summary>
    public static IReadOnlyList<Compression> All { get; } = [Int8, Pruned];
}
