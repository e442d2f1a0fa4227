using System.Numerics;
using BundleFunctions.Numerics.Counting;
using BundleFunctions.Numerics.Statistics;

namespace BundleFunctions.Training.Counting;

/// <summary>Finds, for one anchor at a time, the sets of two and three neighbours that are worth a bundle. Not thread-safe: one a thread.</summary>
public sealed class SetFinder(OrderCounts orders, TrainingOptions options)
{
    private readonly SubsetCounter _subsets = new(orders.Rows, orders.Postings);
    private readonly BoundedTop<RankedSet> _top = new(options.SetsPerProduct, RankedSet.BestFirst);

    /// <summary>All sets of two and three of the anchor's best neighbours that enough orders hold, best first by how many more
    /// pieces the anchor surely brings: |rest| x (95 % lower bound of confidence - support of the rest). A set whose score is not
    /// above 0 may as well be chance and is left out. Valid until the next call.</summary>
    /// <param name="anchor">The anchor's number.</param>
    /// <param name="neighbours">Its neighbours, best first.</param>
    public ReadOnlySpan<RankedSet> Find(int anchor, ReadOnlySpan<RankedNeighbour> neighbours)
    {
        _top.Clear();
        var count = Math.Min(options.SetNeighbours, neighbours.Length);
        if (count < 2)
        {
            return [];
        }

        Span<int> chosen = stackalloc int[count];
        for (var i = 0; i < count; i++)
        {
            chosen[i] = neighbours[i].Product;
        }

        // Ascending, so that the bits of a mask give its products in ordinal order.
        chosen.Sort();
        var counts = _subsets.Count(anchor, chosen);
        for (var mask = 0; mask < counts.Length; mask++)
        {
            if (counts[mask] >= options.MinSetOrders && BitOperations.PopCount((uint)mask) is 2 or 3)
            {
                Consider(mask, chosen, counts[mask], anchor);
            }
        }

        return _top.Best;
    }

    private void Consider(int mask, ReadOnlySpan<int> chosen, int together, int anchor)
    {
        var anchorOrders = orders.Of(anchor);
        var rest = Members(mask, chosen);
        var restOrders = rest.Length == 2
            ? SortedSets.CountCommon(orders.Postings[rest[0]], orders.Postings[rest[1]])
            : SortedSets.CountCommon(orders.Postings[rest[0]], orders.Postings[rest[1]], orders.Postings[rest[2]]);
        var score = rest.Length * (WilsonInterval.Lower95(together, anchorOrders) - ((double)restOrders / orders.Total));
        if (score > 0 && orders.HaveUsers([anchor, .. rest], options.MinUsers))
        {
            _top.Add(new RankedSet(rest, together, restOrders, score));
        }
    }

    private static int[] Members(int mask, ReadOnlySpan<int> chosen)
    {
        var members = new int[BitOperations.PopCount((uint)mask)];
        var place = 0;
        for (var left = mask; left != 0; left &= left - 1)
        {
            members[place++] = chosen[BitOperations.TrailingZeroCount(left)];
        }

        return members;
    }
}
