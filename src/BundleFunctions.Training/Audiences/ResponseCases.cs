using BundleFunctions.Audiences;
using BundleFunctions.Catalogue;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Training.Audiences;

/// <summary>Cases to learn from: every offer that was taken, and a draw of those that were not, each with the weight of those that it stands for.</summary>
/// <param name="history">What users did.</param>
/// <param name="rates">How often anything was taken before.</param>
/// <param name="catalogue">What could be offered.</param>
/// <param name="seed">Of the draws.</param>
internal sealed class ResponseCases(ResponseHistory history, OfferRates rates, CatalogueSnapshot catalogue, ulong seed)
{
    private const int MaxUsers = 4000;
    private const int Draws = 12;
    private const int MaxTaken = 40_000;
    private const int MaxPairs = 400;
    private const int LeastPairOrders = 5;

    private readonly Dictionary<ProductId, Offered> _fresh = [];
    private readonly Dictionary<ProductId, Offered> _known = [];

    /// <summary>Products that users did not own.</summary>
    public IEnumerable<ResponseCase> Products() => Cases("products", Known);

    /// <summary>The same, as if nobody had known them yet: their rates are those of what is alike.</summary>
    public IEnumerable<ResponseCase> Fresh() => Cases("fresh products", AsNew);

    /// <summary>The pairs that were ordered together most often, taken together.</summary>
    public IEnumerable<ResponseCase> Bundles()
    {
        var pairs = Pairs();
        if (pairs.Count == 0)
        {
            yield break;
        }

        var random = SeededRandom.ForStream(seed, "responses to bundles");
        var drawn = Sampled(history.Users, MaxUsers).Select(user => user.User).ToHashSet();
        var share = (double)history.Users.Count / Math.Max(drawn.Count, 1);
        foreach (var user in history.Users)
        {
            var owned = history.OwnedBy(user);
            var open = pairs.Where(pair => !owned.Contains(pair.One) || !owned.Contains(pair.Other)).ToList();
            var taken = history.BoughtBy(user).Count < 2 ? [] : open.Where(pair => history.BoughtTogether(user, pair.One, pair.Other)).ToList();
            foreach (var pair in taken)
            {
                yield return new ResponseCase(user, pair.Offer, true, 1);
            }

            var left = drawn.Contains(user.User) ? open.Except(taken).ToList() : [];
            for (var i = 0; i < Draws && left.Count > 0; i++)
            {
                yield return new ResponseCase(user, left[random.NextInt32(left.Count)].Offer, false, share * left.Count / Draws);
            }
        }
    }

    private IEnumerable<ResponseCase> Cases(string stream, Func<Product, Offered> offer)
    {
        var random = SeededRandom.ForStream(seed, $"responses to {stream}");
        var users = Sampled(history.Users, MaxUsers);
        var share = (double)history.Users.Count / Math.Max(users.Count, 1);
        var taken = history.Users.SelectMany(user => history.BoughtBy(user).Except(history.OwnedBy(user)).Order().Select(catalogue.Find).OfType<Product>(), (user, product) => (user, product)).ToList();
        foreach (var (user, product) in Sampled(taken, MaxTaken))
        {
            yield return new ResponseCase(user, offer(product), true, taken.Count <= MaxTaken ? 1 : (double)taken.Count / MaxTaken);
        }

        foreach (var user in users)
        {
            var (owned, bought) = (history.OwnedBy(user), history.BoughtBy(user));
            var left = catalogue.Products.Count - owned.Union(bought).Count();
            for (var i = 0; i < Draws && left > 0; i++)
            {
                var product = catalogue.Products[random.NextInt32(catalogue.Products.Count)];
                if (!owned.Contains(product.ProductId) && !bought.Contains(product.ProductId))
                {
                    // Draws that fall on what is owned are not made again, so a draw stands for the catalogue's share.
                    yield return new ResponseCase(user, offer(product), false, share * catalogue.Products.Count / Draws);
                }
            }
        }
    }

    private Offered Known(Product product) => Remembered(_known, product, one => new Offered([one], rates.Of(one)));

    private Offered AsNew(Product product) => Remembered(_fresh, product, one => new Offered([one], rates.OfFresh(one), IsFresh: true));

    private static Offered Remembered(Dictionary<ProductId, Offered> offers, Product product, Func<Product, Offered> make)
    {
        if (!offers.TryGetValue(product.ProductId, out var offer))
        {
            offers.Add(product.ProductId, offer = make(product));
        }

        return offer;
    }

    private List<(ProductId One, ProductId Other, Offered Offer)> Pairs()
    {
        var counts = new Dictionary<(ProductId One, ProductId Other), int>();
        foreach (var basket in history.Before)
        {
            for (var i = 0; i < basket.Products.Count; i++)
            {
                for (var j = i + 1; j < Math.Min(basket.Products.Count, i + 30); j++)
                {
                    var pair = (basket.Products[i], basket.Products[j]);
                    counts[pair] = counts.GetValueOrDefault(pair) + 1;
                }
            }
        }

        return
        [
            .. counts.Where(pair => pair.Value >= LeastPairOrders && catalogue.Find(pair.Key.One) is not null && catalogue.Find(pair.Key.Other) is not null)
                .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.One).ThenBy(pair => pair.Key.Other).Take(MaxPairs)
                .Select(pair => (pair.Key.One, pair.Key.Other, OfBundle([catalogue.Find(pair.Key.One)!, catalogue.Find(pair.Key.Other)!]))),
        ];
    }

    private Offered OfBundle(Product[] products) => new(products, rates.OfBundle(products));

    private static IReadOnlyList<T> Sampled<T>(IReadOnlyList<T> all, int most) =>
        all.Count <= most ? all : [.. Enumerable.Range(0, most).Select(i => all[(int)((long)i * all.Count / most)])];
}
