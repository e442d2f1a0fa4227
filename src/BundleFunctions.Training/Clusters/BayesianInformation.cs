namespace BundleFunctions.Training.Clusters;

/// <summary>Bayesian information criterion of a clustering, its clusters taken as round and of one variance
/// <c>v = inertia / (d (n - k))</c>: <c>sum of n_j ln(n_j / n) - n d / 2 ln(2 pi v) - d (n - k) / 2 - p / 2 ln n</c> with
/// <c>p = k (d + 1)</c> parameters. Pelleg, Moore 2000, "X-means".</summary>
public static class BayesianInformation
{
    /// <returns>The higher the better; negative infinity where there are no more points than clusters, positive where all points lie on their centres.</returns>
    public static double Of(Clustering clustering, int dimensions)
    {
        var points = clustering.ClusterOf.Length;
        var clusters = clustering.Centres.Length;
        if (points <= clusters)
        {
            return double.NegativeInfinity;
        }

        var variance = clustering.Inertia / ((double)dimensions * (points - clusters));
        if (!(variance > 0))
        {
            return double.PositiveInfinity;
        }

        var sizes = new int[clusters];
        foreach (var cluster in clustering.ClusterOf)
        {
            sizes[cluster]++;
        }

        var shares = sizes.Where(size => size > 0).Sum(size => size * Math.Log((double)size / points));
        return shares - (points * (double)dimensions / 2 * Math.Log(2 * Math.PI * variance)) - (dimensions * (double)(points - clusters) / 2)
            - (clusters * (dimensions + 1.0) / 2 * Math.Log(points));
    }
}
