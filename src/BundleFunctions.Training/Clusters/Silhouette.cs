using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Clusters;

/// <summary>Mean silhouette of a sample: <c>(b - a) / max(a, b)</c>, a being a point's mean distance to its own cluster and b that to
/// the nearest other one, all within the sample; 0 for a cluster's only point. Rousseeuw 1987.</summary>
public static class Silhouette
{
    /// <returns>-1..1, the higher the better apart; 0 where there are fewer than two clusters.</returns>
    /// <param name="points">The points.</param>
    /// <param name="clusterOf">Each point's cluster.</param>
    /// <param name="sample">Most points looked at.</param>
    public static double Of(IPoints points, int[] clusterOf, int sample, TrainingContext context, CancellationToken cancellationToken)
    {
        int[] chosen = [.. Enumerable.Range(0, points.Count)];
        if (chosen.Length > sample)
        {
            SeededRandom.ForStream(context.Seed, "silhouette").Shuffle(chosen.AsSpan());
            Array.Resize(ref chosen, sample);
        }

        if (chosen.Length == 0)
        {
            return 0;
        }

        var clusters = clusterOf.Max() + 1;
        var widths = new double[chosen.Length];
        Parallel.For(0, chosen.Length, context.Parallel(cancellationToken), i => widths[i] = Width(points, clusterOf, chosen, chosen[i], clusters));
        return widths.Sum() / widths.Length;
    }

    private static double Width(IPoints points, int[] clusterOf, int[] chosen, int point, int clusters)
    {
        var sums = new double[clusters];
        var sizes = new int[clusters];
        var square = points.Square(point);
        foreach (var other in chosen)
        {
            if (other != point)
            {
                sums[clusterOf[other]] += Math.Sqrt(Math.Max(0, square + points.Square(other) - (2 * points.Dot(point, other))));
                sizes[clusterOf[other]]++;
            }
        }

        var own = clusterOf[point];
        var next = double.PositiveInfinity;
        for (var cluster = 0; cluster < clusters; cluster++)
        {
            if (cluster != own && sizes[cluster] > 0)
            {
                next = Math.Min(next, sums[cluster] / sizes[cluster]);
            }
        }

        if (sizes[own] == 0 || double.IsInfinity(next))
        {
            return 0;
        }

        var within = sums[own] / sizes[own];
        var larger = Math.Max(within, next);
        return larger == 0 ? 0 : (next - within) / larger;
    }
}
