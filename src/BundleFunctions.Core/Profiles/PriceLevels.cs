using BundleFunctions.Catalogue;

namespace BundleFunctions.Profiles;

/// <summary>Where in its category each product's price lies: the share of the category's products, in the same currency, that are cheaper, and half
/// of those that cost the same; 0..1.</summary>
internal sealed class PriceLevels
{
    private const int LeastProducts = 5;

    private readonly Dictionary<ProductId, double> _levels = [];

    public PriceLevels(CatalogueSnapshot catalogue)
    {
        foreach (var category in catalogue.Products.Where(product => product.Categories.Count > 0).GroupBy(product => (product.Categories[0], product.Currency)))
        {
            var prices = category.Select(product => product.Price).Order().ToArray();
            foreach (var product in prices.Length < LeastProducts ? [] : category.AsEnumerable())
            {
                var (cheaper, same) = (prices.Count(price => price < product.Price), prices.Count(price => price == product.Price));
                _levels[product.ProductId] = (cheaper + (same / 2.0)) / prices.Length;
            }
        }
    }

    /// <summary>A product's level; null where its category is too small to say so.</summary>
    public double? Of(ProductId product) => _levels.TryGetValue(product, out var level) ? level : null;
}
