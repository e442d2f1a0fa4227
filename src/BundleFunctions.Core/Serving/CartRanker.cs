using BundleFunctions.Offers;
using BundleFunctions.Publishing;

namespace BundleFunctions.Serving;

/// <summary>Chooses among the bundles of a cart's products.</summary>
internal static class CartRanker
{
    /// <summary>Best first: each adds something that the cart lacks and may hold, none twice, no two with the same additions.</summary>
    /// <param name="lists">The lists of the cart's products, in the cart's order: among equal scores the earlier product's bundle is first.</param>
    /// <param name="cart">The cart.</param>
    /// <param name="maker">Makes the offers.</param>
    /// <param name="query">Limits.</param>
    public static List<BundleOffer> Rank(
        IEnumerable<IReadOnlyList<PublishedBundle>> lists, IReadOnlySet<ProductId> cart, OfferMaker maker, BundleQuery query)
    {
        var offers = new List<BundleOffer>();
        var additionsSeen = new HashSet<string>(StringComparer.Ordinal);

        // OrderBy is stable: lists in the cart's order, bundles in the list's order.
        foreach (var bundle in lists.SelectMany(list => list).OrderByDescending(bundle => bundle.Score))
        {
            if (offers.Count == query.Limit)
            {
                break;
            }

            var additions = bundle.Items.Select(item => item.ProductId).Where(product => !cart.Contains(product)).Order().ToArray();
            if (additions.Length > 0
                && bundle.Items.Count <= query.MaxItems
                && !additionsSeen.Contains(Key(additions))
                && Array.TrueForAll(additions, addition => maker.MayJoin(addition, cart))
                && maker.TryMake(bundle, bundle.Items[0].ProductId.Value, cart) is { } offer)
            {
                additionsSeen.Add(Key(additions));
                offers.Add(offer);
            }
        }

        return offers;
    }

    private static string Key(ProductId[] additions) => string.Join('\n', additions.Select(product => product.Value));
}
