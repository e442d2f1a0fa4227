using BundleFunctions.Numerics.Counting;
using BundleFunctions.Numerics.Statistics;

namespace BundleFunctions.Training.Counting;

/// <summary>Finds, for one anchor at a time, what stands beside it most surely more often than by chance. Not thread-safe: one a thread.</summary>
/// <param name="rows">The rows to count in.</param>
/// <param name="capacity">Neighbours kept.</param>
public sealed class SignificantNeighbours(OrderCounts rows, int capacity)
{
    private readonly BoundedTop<RankedNeighbour> _top = new(capacity, RankedNeighbour.BestFirst);
    private readonly PairCounter _counter = new(rows.Rows, rows.Postings);

    /// <summary>The anchor's neighbours with lift above 1, best first by signed log-likelihood ratio. Valid until the next call.</summary>
    public ReadOnlySpan<RankedNeighbour> Rank(int anchor)
    {
        _counter.Count(anchor);
        _top.Clear();
        foreach (var item in _counter.Touched)
        {
            // The ratio's sign is that of lift - 1.
            var together = _counter.Together(item);
            var score = LogLikelihoodRatio.Signed(together, rows.Of(anchor), rows.Of(item), rows.Total);
            if (score > 0)
            {
                _top.Add(new RankedNeighbour(item, together, score));
            }
        }

        return _top.Best;
    }
}
