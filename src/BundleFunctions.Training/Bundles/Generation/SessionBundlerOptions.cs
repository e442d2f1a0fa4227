namespace BundleFunctions.Training.Bundles.Generation;

/// <summary>How bundles are found in sessions.</summary>
public sealed record SessionBundlerOptions
{
    /// <summary>Most bundles of one session, 1 or more.</summary>
    public int MaxBundles { get; init; } = 5;

    /// <summary>Ridge of both regressions, above 0.</summary>
    public double Ridge { get; init; } = 1;

    /// <summary>Parts into which the training sessions are divided, so that sets are learned from pairs that were not learned from; 2 or more.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Probabilities that are tried as the least of a second bundle; ascending.</summary>
    public IReadOnlyList<double> Thresholds { get; init; } = [0.01, 0.02, 0.04, 0.07, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.9];
}
