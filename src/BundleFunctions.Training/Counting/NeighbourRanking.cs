using BundleFunctions.Numerics.Counting;
using BundleFunctions.Numerics.Statistics;

namespace BundleFunctions.Training.Counting;

/// <summary>Finds, for one anchor at a time, the products bought with it most surely more often than by chance. Not thread-safe: one a thread.</summary>
/// <param name="orders">The orders to count in.</param>
/// <param name="capacity">Neighbours kept.</param>
public sealed class NeighbourRanking(OrderCounts orders, int capacity)
{
    private readonly BoundedTop<RankedNeighbour> _top = new(capacity, RankedNeighbour.BestFirst);

    /// <summary>The counts of the anchor last ranked.</summary>
    public PairCounter Counter { get; } = new(orders.Rows, orders.Postings);

    /// <summary>The anchor's neighbours with lift above 1, best first by signed log-likelihood ratio. Valid until the next call.</summary>
    public ReadOnlySpan<RankedNeighbour> Rank(int anchor)
    {
        Counter.Count(anchor);
        _top.Clear();
        var anchorOrders = orders.Of(anchor);
        foreach (var product in Counter.Touched)
        {
            // The ratio's sign is that of lift - 1: what is not above 0 was bought together no more often than by chance.
            var together = Counter.Together(product);
            var score = LogLikelihoodRatio.Signed(together, anchorOrders, orders.Of(product), orders.Total);
            if (score > 0)
            {
                _top.Add(new RankedNeighbour(product, together, score));
            }
        }

        return _top.Best;
    }
}
