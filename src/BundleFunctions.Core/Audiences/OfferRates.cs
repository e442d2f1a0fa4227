using BundleFunctions.Baskets;
using BundleFunctions.Catalogue;
using BundleFunctions.Segments;

namespace BundleFunctions.Audiences;

/// <summary>How often anything is taken by anybody: shares of users within the last <see cref="ResponseModel.Days"/> days, drawn towards what is alike where few have
/// taken it (a gamma prior of the weight of <see cref="Doubt"/> buyers).</summary>
/// <remarks>Memory: a count a product that was sold, and the orders of the days.</remarks>
public sealed class OfferRates
{
    /// <summary>Buyers that what is alike counts for.</summary>
    public const double Doubt = 2;

    // Products that a new one is compared with; there may be many thousands of a category.
    private const int MostCompared = 400;
    private const double Least = 1e-6;

    private readonly int _users;
    private readonly Dictionary<ProductId, int> _buyers;
    private readonly Basket[] _baskets;
    private readonly Dictionary<string, double> _categoryRates;
    private readonly Dictionary<string, Product[]> _byTop;
    private readonly double _shopRate;
    private readonly ContentLikeness _likeness;

    /// <param name="baskets">Orders in any order.</param>
    /// <param name="through">The moment up to which is counted.</param>
    /// <param name="users">Users who could have bought, 1 or more.</param>
    /// <param name="catalogue">What products there are.</param>
    public OfferRates(IEnumerable<Basket> baskets, DateTimeOffset through, int users, CatalogueSnapshot catalogue)
    {
        _users = Math.Max(users, 1);
        _likeness = new ContentLikeness(catalogue);
        _baskets = [.. baskets.Where(basket => basket.User is not null && basket.At < through && basket.At >= through.AddDays(-ResponseModel.Days))];
        _buyers = _baskets.SelectMany(basket => basket.Products.Select(product => (basket.User, product))).Distinct()
            .GroupBy(pair => pair.product).ToDictionary(group => group.Key, group => group.Count());
        _shopRate = Math.Max(Least, _buyers.Values.Sum() / (double)Math.Max(catalogue.Products.Count, 1) / _users);
        _categoryRates = catalogue.Products.GroupBy(CategoryOf, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => Math.Max(Least, (group.Sum(product => _buyers.GetValueOrDefault(product.ProductId)) + (Doubt * _shopRate * _users)) / (group.Count() + Doubt) / _users),
            StringComparer.Ordinal);
        _byTop = catalogue.Products.GroupBy(TopOf, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Of a product that is on sale.</summary>
    public double Of(Product product) =>
        Drawn(_buyers.GetValueOrDefault(product.ProductId), _categoryRates.GetValueOrDefault(CategoryOf(product), _shopRate));

    /// <summary>Of a product that nobody has bought: the mean of those of its top category, the more alike the more.</summary>
    public double OfFresh(Product product)
    {
        var (sum, weights) = (0.0, 0.0);
        var alike = _byTop.GetValueOrDefault(TopOf(product)) ?? [];
        var step = Math.Max(1, alike.Length / MostCompared);
        for (var i = 0; i < alike.Length; i += step)
        {
            if (alike[i].ProductId != product.ProductId)
            {
                var likeness = _likeness.Of(product, alike[i]);
                var weight = 0.1 + (likeness * likeness);
                (sum, weights) = (sum + (weight * Of(alike[i])), weights + weight);
            }
        }

        return weights > 0 ? Bounded(sum / weights) : Bounded(_shopRate);
    }

    /// <summary>Of a bundle: users with an order that holds all of it, drawn towards a fifth of what its rarest product reaches.</summary>
    public double OfBundle(IReadOnlyList<Product> products)
    {
        var whole = _baskets.Where(basket => products.All(product => basket.Products.Contains(product.ProductId))).Select(basket => basket.User).Distinct().Count();
        return Drawn(whole, products.Min(Of) / 5);
    }

    private double Drawn(int buyers, double alike) => Bounded((buyers + Doubt) / (_users + (Doubt / Math.Max(alike, Least))));

    private static double Bounded(double rate) => Math.Clamp(rate, 1e-7, 0.5);

    private static string CategoryOf(Product product) => product.Categories is [var path, ..] ? path : "";

    private static string TopOf(Product product) => ProfileFacts.TopOf(CategoryOf(product));
}
