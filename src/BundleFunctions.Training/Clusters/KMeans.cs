using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Clusters;

/// <summary>k-means: points go to the nearest centre and centres to the mean of their points, until nothing moves (Lloyd 1982); the
/// first centres are drawn with probability proportional to the squared distance to those drawn before (k-means++: Arthur,
/// Vassilvitskii 2007).</summary>
/// <param name="points">The points.</param>
/// <param name="maxRounds">Most rounds, 1 or more.</param>
public sealed class KMeans(IPoints points, int maxRounds)
{
    private readonly double[] _squares = [.. Enumerable.Range(0, points.Count).Select(points.Square)];

    /// <param name="clusters">How many, 1..points.</param>
    /// <param name="start">Which of several starts: each draws other centres.</param>
    /// <returns>Clusters in the order in which they were found; fewer than asked for where there are fewer different points.</returns>
    public Clustering Find(int clusters, int start, TrainingContext context, CancellationToken cancellationToken)
    {
        var centres = Draw(clusters, SeededRandom.ForStream(context.Seed, $"k-means {clusters}", (ulong)start));
        var clusterOf = new int[points.Count];
        var distances = new double[points.Count];
        Array.Fill(clusterOf, -1);
        for (var round = 0; round < maxRounds; round++)
        {
            if (!Assign(centres, clusterOf, distances, context, cancellationToken))
            {
                break;
            }

            Move(centres, clusterOf, distances);
        }

        Assign(centres, clusterOf, distances, context, cancellationToken);
        return new Clustering(clusterOf, centres, distances.Sum());
    }

    private double[][] Draw(int clusters, SeededRandom random)
    {
        var nearest = new double[points.Count];
        Array.Fill(nearest, double.PositiveInfinity);
        var centres = new List<double[]>();
        var chosen = random.NextInt32(points.Count);
        while (true)
        {
            var centre = new double[points.Dimensions];
            points.AddTo(chosen, centre);
            centres.Add(centre);
            var total = 0.0;
            for (var point = 0; point < nearest.Length; point++)
            {
                nearest[point] = Math.Min(nearest[point], Distance(point, centre, _squares[chosen]));
                total += nearest[point];
            }

            if (centres.Count == clusters || !(total > 0))
            {
                return [.. centres];
            }

            var left = random.NextDouble() * total;
            for (chosen = 0; chosen < nearest.Length - 1 && (left -= nearest[chosen]) >= 0; chosen++)
            {
            }

            // Rounding may lead past the last point that lies apart.
            while (nearest[chosen] == 0)
            {
                chosen--;
            }
        }
    }

    private bool Assign(double[][] centres, int[] clusterOf, double[] distances, TrainingContext context, CancellationToken cancellationToken)
    {
        var squares = centres.Select(centre => centre.Sum(value => value * value)).ToArray();
        var moved = 0;
        Parallel.For(0, points.Count, context.Parallel(cancellationToken), point =>
        {
            var (best, least) = (0, double.PositiveInfinity);
            for (var cluster = 0; cluster < centres.Length; cluster++)
            {
                var distance = Distance(point, centres[cluster], squares[cluster]);
                if (distance < least)
                {
                    (best, least) = (cluster, distance);
                }
            }

            distances[point] = least;
            if (clusterOf[point] != best)
            {
                clusterOf[point] = best;
                Volatile.Write(ref moved, 1);
            }
        });
        return moved == 1;
    }

    private void Move(double[][] centres, int[] clusterOf, double[] distances)
    {
        var sizes = new int[centres.Length];
        foreach (var centre in centres)
        {
            Array.Clear(centre);
        }

        for (var point = 0; point < clusterOf.Length; point++)
        {
            sizes[clusterOf[point]]++;
            points.AddTo(point, centres[clusterOf[point]]);
        }

        for (var cluster = 0; cluster < centres.Length; cluster++)
        {
            if (sizes[cluster] == 0)
            {
                // A centre that lost all its points starts again at the point farthest from its own.
                var farthest = Array.IndexOf(distances, distances.Max());
                points.AddTo(farthest, centres[cluster]);
                distances[farthest] = 0;
                continue;
            }

            foreach (ref var value in centres[cluster].AsSpan())
            {
                value /= sizes[cluster];
            }
        }
    }

    // |x - c|^2 = |x|^2 + |c|^2 - 2 x.c, which rounding may leave a little below 0.
    private double Distance(int point, double[] centre, double square) =>
        Math.Max(0, _squares[point] + square - (2 * points.Dot(point, centre)));
}
