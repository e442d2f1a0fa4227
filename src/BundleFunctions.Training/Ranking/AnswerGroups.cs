using BundleFunctions.Catalogue;
using BundleFunctions.Publishing;
using BundleFunctions.Ranking;

namespace BundleFunctions.Training.Ranking;

/// <summary>Makes groups of published lists, as serving would see them, and of what people took.</summary>
/// <param name="lists">The list of a product; null or empty where it has none.</param>
/// <param name="catalogue">The products.</param>
public sealed class AnswerGroups(Func<ProductId, IReadOnlyList<PublishedBundle>?> lists, CatalogueSnapshot catalogue)
{
    private static readonly int Stock = RankingFeatures.PlaceOf("stock.bundles");

    private readonly Dictionary<BundleId, int> _numbers = [];

    /// <summary>Different bundles in all groups so far.</summary>
    public int Bundles => _numbers.Count;

    /// <summary>The answer to a product page, where the bundles taken are those whose other products were all bought; null where nothing tells them apart.</summary>
    /// <param name="product">The page's product.</param>
    /// <param name="bought">The order's products, the page's among them.</param>
    public RankingGroup? OfProduct(ProductId product, IReadOnlySet<ProductId> bought) =>
        Group(lists(product) ?? [], [], bundle => bundle.Items.All(item => bought.Contains(item.ProductId)));

    /// <summary>The answer to a cart, where the bundles taken are those whose additions were all bought later; null where nothing tells them apart.</summary>
    /// <param name="cart">The cart's products.</param>
    /// <param name="later">What else was bought.</param>
    public RankingGroup? OfCart(IReadOnlyList<ProductId> cart, IReadOnlySet<ProductId> later)
    {
        // As carts are answered: all lists in one, by score, among equals that of the earlier product first.
        var merged = cart.SelectMany(product => lists(product) ?? []).OrderByDescending(bundle => bundle.Score).ToArray();
        return Group(merged, cart, bundle => bundle.Items.All(item => cart.Contains(item.ProductId) || later.Contains(item.ProductId)));
    }

    /// <summary>An answer of which it is known what was shown and what was taken; null where nothing tells the bundles apart.</summary>
    /// <param name="shown">In the published order.</param>
    /// <param name="taken">Names of those that were taken.</param>
    public RankingGroup? OfShown(IReadOnlyList<PublishedBundle> shown, IReadOnlySet<BundleId> taken) =>
        Group(shown, [], bundle => taken.Contains(bundle.BundleId));

    private RankingGroup? Group(IReadOnlyList<PublishedBundle> candidates, IReadOnlyList<ProductId> cart, Func<PublishedBundle, bool> isTaken)
    {
        if (candidates.Count < 2)
        {
            return null;
        }

        var question = new RankingQuestion(cart, catalogue.Find);
        var best = candidates.Max(bundle => bundle.Score);
        var features = new List<float>(candidates.Count * RankingFeatures.Count);
        var (relevant, bundles, isOut, seen) = (new List<bool>(), new List<int>(), new List<bool>(), new HashSet<string>(StringComparer.Ordinal));
        var row = new float[RankingFeatures.Count];
        for (var place = 0; place < candidates.Count; place++)
        {
            // What serving would pass over: nothing to add, or an addition that stands there already.
            var bundle = candidates[place];
            var additions = bundle.Items.Select(item => item.ProductId).Where(product => !cart.Contains(product)).Order().Select(product => product.Value).ToArray();
            if (additions.Length == 0 || !seen.Add(string.Join('\n', additions)))
            {
                continue;
            }

            FeatureReader.Fill(question, bundle, place, best, row);

            // What was in stock back then is not known, and what is in stock now follows from what was bought since.
            row[Stock] = float.NaN;
            features.AddRange(row);
            relevant.Add(isTaken(bundle));
            bundles.Add(NumberOf(bundle.BundleId));
            isOut.Add(bundle.Availability is { MaxBundles: < 1 });
        }

        return relevant.Contains(true) && relevant.Contains(false)
            ? new RankingGroup([.. features], [.. relevant], [.. bundles], [.. isOut])
            : null;
    }

    private int NumberOf(BundleId bundle)
    {
        if (!_numbers.TryGetValue(bundle, out var number))
        {
            _numbers.Add(bundle, number = _numbers.Count);
        }

        return number;
    }
}
