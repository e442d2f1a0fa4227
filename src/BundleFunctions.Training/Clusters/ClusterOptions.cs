namespace BundleFunctions.Training.Clusters;

/// <summary>How points are clustered.</summary>
public sealed record ClusterOptions
{
    /// <summary>Fewest clusters tried, 1 or more; 2 or more for the silhouette.</summary>
    public int MinClusters { get; init; } = 2;

    /// <summary>Most clusters tried, at least <see cref="MinClusters"/>, at most 1000.</summary>
    public int MaxClusters { get; init; } = 12;

    /// <summary>What chooses between them.</summary>
    public ClusterCriterion Criterion { get; init; } = ClusterCriterion.Silhouette;

    /// <summary>Points of which silhouettes are taken, 2..20,000.</summary>
    public int Sample { get; init; } = 1000;

    /// <summary>Most rounds of moving centres, 1 or more.</summary>
    public int MaxRounds { get; init; } = 100;

    /// <summary>Starts for each number of clusters, of which the tightest is kept, 1..100.</summary>
    public int Starts { get; init; } = 3;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        MinClusters < (Criterion == ClusterCriterion.Silhouette ? 2 : 1)
            ? $"clusters.minClusters is {MinClusters}; expected {(Criterion == ClusterCriterion.Silhouette ? 2 : 1)} or more."
        : MaxClusters < MinClusters || MaxClusters > 1000 ? $"clusters.maxClusters is {MaxClusters}; expected {MinClusters}..1000."
        : !Enum.IsDefined(Criterion) ? $"clusters.criterion is {(int)Criterion}; expected Silhouette or Bic."
        : Sample is < 2 or > 20_000 ? $"clusters.sample is {Sample}; expected 2..20000."
        : MaxRounds < 1 ? $"clusters.maxRounds is {MaxRounds}; expected 1 or more."
        : Starts is < 1 or > 100 ? $"clusters.starts is {Starts}; expected 1..100."
        : null;
}
