namespace BundleFunctions.Publishing;

/// <summary>Makes one ranking of several products' lists: a bundle's score is the sum, over the lists that hold it, of the list's weight times
/// its score there (CombSUM; Fox and Shaw, TREC-2, 1994).</summary>
/// <remarks>Adds in the order of the calls, so equal calls in equal order give equal bits.</remarks>
internal sealed class BundleBlend
{
    private readonly Dictionary<BundleId, (PublishedBundle Bundle, double Best, double Sum)> _bundles = [];

    /// <summary>Adds a list.</summary>
    /// <param name="weight">How much the list counts, above 0.</param>
    /// <param name="list">The list.</param>
    /// <param name="excluded">No bundle that holds one of these comes in.</param>
    public void Add(double weight, IEnumerable<PublishedBundle> list, IReadOnlySet<ProductId> excluded)
    {
        foreach (var bundle in list)
        {
            if (excluded.Count > 0 && bundle.Items.Any(item => excluded.Contains(item.ProductId)))
            {
                continue;
            }

            // Of one bundle under several anchors the one that counts most is shown.
            var share = weight * bundle.Score;
            _bundles[bundle.BundleId] = !_bundles.TryGetValue(bundle.BundleId, out var known) ? (bundle, share, share)
                : share > known.Best ? (bundle, share, known.Sum + share)
                : known with { Sum = known.Sum + share };
        }
    }

    /// <summary>Best first, equal scores in ordinal order of their names.</summary>
    public IEnumerable<(PublishedBundle Bundle, double Score)> Ranked() => _bundles.Values
        .OrderByDescending(entry => entry.Sum).ThenBy(entry => entry.Bundle.BundleId)
        .Select(entry => (entry.Bundle, entry.Sum));
}
