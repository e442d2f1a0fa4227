namespace BundleFunctions.Publishing;

/// <summary>Chooses the shop's best bundles: one for each anchor, no product set twice, none a part of a better one.</summary>
/// <remarks>Ranked by extra pieces per order of the shop: the bundle's score (extra pieces per order of its anchor) x P(anchor).</remarks>
internal sealed class HomeListBuilder(int count)
{
    // The same products can come from each of their anchors, so that many more candidates than places are kept.
    private const int Spare = 20;

    private readonly List<PublishedBundle> _candidates = [];

    /// <summary>Takes the best bundle of one anchor into account.</summary>
    public void Add(PublishedList list)
    {
        // A pin without orders has no share of them to rank by.
        if (list.Bundles is [var best, ..] && best.Evidence is { AnchorOrders: > 0, TotalOrders: > 0 })
        {
            _candidates.Add(best with { Score = Math.Round(best.Score * best.Evidence.AnchorOrders / best.Evidence.TotalOrders, 9) });
        }

        if (_candidates.Count > 2 * Spare * count)
        {
            _candidates.Sort(Compare);
            _candidates.RemoveRange(Spare * count, _candidates.Count - (Spare * count));
        }
    }

    public PublishedList Build()
    {
        _candidates.Sort(Compare);
        var kept = new List<PublishedBundle>();
        var sets = new List<HashSet<ProductId>>();
        foreach (var candidate in _candidates)
        {
            var products = candidate.Items.Select(item => item.ProductId).ToHashSet();
            if (kept.Count < count && !sets.Exists(products.IsSubsetOf))
            {
                kept.Add(candidate);
                sets.Add(products);
            }
        }

        return new PublishedList(Product: null, kept);
    }

    private static int Compare(PublishedBundle one, PublishedBundle other)
    {
        var order = other.Score.CompareTo(one.Score);
        order = order != 0 ? order : one.BundleId.CompareTo(other.BundleId);
        return order != 0 ? order : one.Items[0].ProductId.CompareTo(other.Items[0].ProductId);
    }
}
