using System.Collections.Concurrent;
using BundleFunctions.Associations;
using BundleFunctions.Training.Encoding;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Counting;

/// <summary>Counts what is bought with what, for the neighbours that a model names: exact, the same for any order of the data and any number of threads.</summary>
/// <param name="options">Valid options.</param>
/// <param name="model">Ranks the neighbours; knows the same products.</param>
public sealed class AssociationCounter(TrainingOptions options, IRecommender model)
{
    private const int AnchorsAtOnce = 512;

    /// <summary>A line for every product that was ordered, in ordinal order, made while they are read. Memory: the orders twice,
    /// some integers a product a thread, and the lines of a few hundred products.</summary>
    /// <exception cref="DivergedException">The model scores a neighbour with a number that is not finite.</exception>
    public IEnumerable<ProductAssociations> Count(EncodedBaskets baskets, CancellationToken cancellationToken)
    {
        var orders = new OrderCounts(baskets.Rows, [.. baskets.Users]);
        var workers = new ConcurrentBag<Worker>();
        var lines = new ProductAssociations[AnchorsAtOnce];
        for (var from = 0; from < orders.Products; from += AnchorsAtOnce)
        {
            var start = from;
            var count = Math.Min(AnchorsAtOnce, orders.Products - from);
            Describe(start, lines.AsMemory(0, count), baskets.Products, workers, orders, cancellationToken);
            for (var i = 0; i < count; i++)
            {
                if (lines[i].Orders > 0)
                {
                    yield return lines[i];
                }
            }
        }
    }

    private void Describe(
        int start, Memory<ProductAssociations> lines, ProductIndex products, ConcurrentBag<Worker> workers, OrderCounts orders, CancellationToken cancellationToken)
    {
        try
        {
            Parallel.For(
                0,
                lines.Length,
                new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken },
                () => workers.TryTake(out var idle) ? idle : new Worker(orders, model, options),
                (i, _, worker) =>
                {
                    lines.Span[i] = worker.Describe(start + i, products);
                    return worker;
                },
                workers.Add);
        }
        catch (AggregateException e) when (e.InnerExceptions[0] is DivergedException diverged)
        {
            throw new DivergedException(diverged.Message);
        }
    }

    private sealed class Worker(OrderCounts orders, IRecommender model, TrainingOptions options)
    {
        private readonly NeighbourRanking _ranking = new(orders, model, options.Neighbours, options.MinUsers);
        private readonly SetFinder _sets = new(orders, options);

        public ProductAssociations Describe(int anchor, ProductIndex products)
        {
            var ranked = _ranking.Rank(anchor);
            var neighbours = new Neighbour[ranked.Length];
            for (var i = 0; i < ranked.Length; i++)
            {
                var product = ranked[i].Product;
                neighbours[i] = new Neighbour(products[product], orders.Of(product), ranked[i].Together);
            }

            var found = _sets.Find(anchor, ranked);
            var sets = new AssociatedSet[found.Length];
            for (var i = 0; i < found.Length; i++)
            {
                sets[i] = new AssociatedSet([.. found[i].Rest.Select(product => products[product])], found[i].Orders, found[i].RestOrders);
            }

            return new ProductAssociations(products[anchor], orders.Of(anchor), neighbours, sets);
        }
    }
}
