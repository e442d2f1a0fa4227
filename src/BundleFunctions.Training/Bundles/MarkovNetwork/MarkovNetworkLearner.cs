using System.Collections.Concurrent;
using BundleFunctions.Numerics.Counting;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Counting;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Bundles.MarkovNetwork;

/// <summary>Learns a network from baskets: each item is coupled with those bought with it most surely more often than by chance, by either's
/// choice; couplings are fitted by pseudo-likelihood from both ends and the mean of the two is taken. The same for any number of threads.</summary>
/// <param name="options">Valid options.</param>
public sealed class MarkovNetworkLearner(MarkovNetworkOptions options)
{
    /// <exception cref="DivergedException">A bias or coupling is not finite.</exception>
    public PairwiseNetwork Learn(IndexSets baskets, TrainingContext context, CancellationToken cancellationToken)
    {
        var orders = new OrderCounts(baskets);
        var neighbours = Neighbours(orders, context, cancellationToken);
        var bias = new double[orders.Products];
        var weights = Array.ConvertAll(neighbours, own => new double[own.Length]);
        ForEach(orders.Products, context, () => new PseudoLikelihood(orders, options), (item, fit) => bias[item] = fit.Fit(item, neighbours[item], weights[item]), cancellationToken);

        var offsets = new int[orders.Products + 1];
        var columns = new List<int>();
        var values = new List<float>();
        for (var item = 0; item < orders.Products; item++)
        {
            for (var k = 0; k < neighbours[item].Length; k++)
            {
                var other = neighbours[item][k];
                var back = weights[other][Array.BinarySearch(neighbours[other], item)];
                var mean = (float)((weights[item][k] + back) / 2);
                if (!float.IsFinite(mean) || !double.IsFinite(bias[item]))
                {
                    throw new DivergedException($"The coupling of items {item} and {other} is not finite.");
                }

                if (mean != 0)
                {
                    columns.Add(other);
                    values.Add(mean);
                }
            }

            offsets[item + 1] = columns.Count;
        }

        return new PairwiseNetwork(bias, new SparseMatrix(offsets, [.. columns], [.. values], orders.Products));
    }

    private int[][] Neighbours(OrderCounts orders, TrainingContext context, CancellationToken cancellationToken)
    {
        var chosen = new int[orders.Products][];
        ForEach(
            orders.Products,
            context,
            () => new SignificantNeighbours(orders, options.Neighbours),
            (item, ranking) =>
            {
                var ranked = ranking.Rank(item);
                chosen[item] = new int[ranked.Length];
                for (var i = 0; i < ranked.Length; i++)
                {
                    chosen[item][i] = ranked[i].Product;
                }
            },
            cancellationToken);
        var both = Array.ConvertAll(chosen, own => new SortedSet<int>(own));
        for (var item = 0; item < chosen.Length; item++)
        {
            foreach (var other in chosen[item])
            {
                both[other].Add(item);
            }
        }

        return Array.ConvertAll(both, own => own.ToArray());
    }

    private static void ForEach<T>(int count, TrainingContext context, Func<T> make, Action<int, T> body, CancellationToken cancellationToken)
    {
        var idle = new ConcurrentBag<T>();
        Parallel.For(
            0,
            count,
            context.Parallel(cancellationToken),
            () => idle.TryTake(out var worker) ? worker : make(),
            (i, _, worker) =>
            {
                body(i, worker);
                return worker;
            },
            idle.Add);
    }
}
