namespace BundleFunctions.Bundling.Search;

/// <summary>A set on the way: what was added so far.</summary>
internal sealed record SearchState(IReadOnlyList<SeedProduct> Members, IReadOnlyList<BundleLine> Lines, IReadOnlyList<SearchedItem> Added, double Value)
{
    /// <summary>Best first; equal values in the order of their products, so that the answer does not depend on the order of the data.</summary>
    public static int Compare(SearchState one, SearchState other)
    {
        var order = other.Value.CompareTo(one.Value);
        for (var i = 0; order == 0 && i < Math.Min(one.Added.Count, other.Added.Count); i++)
        {
            order = one.Added[i].Item.ProductId.CompareTo(other.Added[i].Item.ProductId);
        }

        return order != 0 ? order : one.Added.Count.CompareTo(other.Added.Count);
    }

    /// <summary>The added products, whatever the order of adding.</summary>
    public string Key => string.Join('\n', Added.Select(added => added.Item.ProductId.Value).Order(StringComparer.Ordinal));

    /// <summary>Jaccard similarity of what was added, 0..1.</summary>
    public double Overlap(SearchState other)
    {
        var shared = Added.Count(added => other.Added.Any(theirs => theirs.Item.ProductId == added.Item.ProductId));
        return (double)shared / (Added.Count + other.Added.Count - shared);
    }
}
