using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Clusters;

/// <summary>Finds clusters of users, as many as the data speaks for. The same points, options and seed give the same clusters on any
/// number of threads.</summary>
/// <param name="options">Valid options.</param>
public sealed class UserClusters(ClusterOptions options)
{
    /// <summary>Tries every number of clusters and keeps the best by the criterion; of equal ones the fewest. No points give no clusters.</summary>
    public Clustering Find(IPoints points, TrainingContext context, CancellationToken cancellationToken)
    {
        if (points.Count == 0)
        {
            return new Clustering([], [], 0);
        }

        var means = new KMeans(points, options.MaxRounds);
        var tried = new List<(int Clusters, double Value)>();
        Clustering? best = null;
        var highest = double.NegativeInfinity;
        for (var clusters = options.MinClusters; clusters <= options.MaxClusters; clusters++)
        {
            context.Progress?.Report((double)(clusters - options.MinClusters) / (options.MaxClusters - options.MinClusters + 1));
            var found = Enumerable.Range(0, options.Starts)
                .Select(start => means.Find(Math.Min(clusters, points.Count), start, context, cancellationToken))
                .MinBy(clustering => clustering.Inertia)!;
            var value = options.Criterion == ClusterCriterion.Bic
                ? BayesianInformation.Of(found, points.Dimensions)
                : Silhouette.Of(points, found.ClusterOf, options.Sample, context, cancellationToken);
            tried.Add((clusters, value));
            if (best is null || value > highest)
            {
                (best, highest) = (found, value);
            }

            // There are no more different points than clusters found: more would be the same.
            if (found.Centres.Length < clusters)
            {
                break;
            }
        }

        return InOrder(best!) with { Tried = tried };
    }

    private static Clustering InOrder(Clustering found)
    {
        var sizes = new int[found.Centres.Length];
        var firsts = new int[found.Centres.Length];
        Array.Fill(firsts, int.MaxValue);
        for (var point = 0; point < found.ClusterOf.Length; point++)
        {
            var cluster = found.ClusterOf[point];
            sizes[cluster]++;
            firsts[cluster] = Math.Min(firsts[cluster], point);
        }

        int[] order = [.. Enumerable.Range(0, sizes.Length).OrderByDescending(cluster => sizes[cluster]).ThenBy(cluster => firsts[cluster])];
        var numberOf = new int[order.Length];
        for (var number = 0; number < order.Length; number++)
        {
            numberOf[order[number]] = number;
        }

        return new Clustering([.. found.ClusterOf.Select(cluster => numberOf[cluster])], [.. order.Select(cluster => found.Centres[cluster])], found.Inertia);
    }
}
