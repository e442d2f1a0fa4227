using BundleFunctions.Training.Evaluation.Gate;

namespace BundleFunctions.Training.Contests;

/// <summary>Which models stand against each other, and what decides between them.</summary>
public sealed record ContestOptions
{
    /// <summary>Names of the models, the simplest first.</summary>
    public IReadOnlyList<string> Models { get; init; } = DefaultSet.Names;

    /// <summary>Models that are judged beside challenger and champion, where they stand in the contest.</summary>
    public IReadOnlyList<string> Baselines { get; init; } = ["popularity", "co-occurrence", "item-knn"];

    /// <summary>What serves where there are too few orders to choose by, and nothing served before.</summary>
    public string Unproven { get; init; } = "co-occurrence";

    /// <summary>When a challenger takes the champion's place.</summary>
    public GateOptions Gate { get; init; } = new();
}
