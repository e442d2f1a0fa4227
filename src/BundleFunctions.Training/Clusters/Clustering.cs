namespace BundleFunctions.Training.Clusters;

/// <summary>Points in clusters.</summary>
/// <param name="ClusterOf">Each point's cluster, 0..k - 1; clusters are numbered by size, largest first, then by their first point.</param>
/// <param name="Centres">Each cluster's mean.</param>
/// <param name="Inertia">Sum of the squared distances of points to their centres.</param>
public sealed record Clustering(int[] ClusterOf, double[][] Centres, double Inertia)
{
    /// <summary>The criterion's value for each number of clusters that was tried, ascending in the number; empty where none was tried.</summary>
    public IReadOnlyList<(int Clusters, double Value)> Tried { get; init; } = [];
}
