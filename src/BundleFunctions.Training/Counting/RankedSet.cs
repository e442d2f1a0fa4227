namespace BundleFunctions.Training.Counting;

/// <summary>Two or three of an anchor's neighbours, bought with it in one order.</summary>
/// <param name="Rest">Their numbers, ascending.</param>
/// <param name="Orders">Orders that hold the anchor and all of them.</param>
/// <param name="RestOrders">Orders that hold all of them.</param>
/// <param name="Score">|rest| x (95 % lower bound of confidence - support of the rest).</param>
public sealed record RankedSet(int[] Rest, int Orders, int RestOrders, double Score)
{
    /// <summary>Best first: by score, then by orders, then the smaller set, then in ordinal order of the products.</summary>
    public static IComparer<RankedSet> BestFirst { get; } = Comparer<RankedSet>.Create((a, b) =>
        a.Score != b.Score ? b.Score.CompareTo(a.Score)
        : a.Orders != b.Orders ? b.Orders.CompareTo(a.Orders)
        : a.Rest.Length != b.Rest.Length ? a.Rest.Length.CompareTo(b.Rest.Length)
        : a.Rest.AsSpan().SequenceCompareTo(b.Rest));
}
