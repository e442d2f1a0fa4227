namespace BundleFunctions.Ranking;

/// <summary>Who asks, as far as a ranker may know: what lies in the cart. Read once an answer, for all its bundles.</summary>
public sealed class RankingQuestion
{
    private readonly HashSet<ProductId> _held;
    private readonly HashSet<string> _categories = new(StringComparer.Ordinal);
    private readonly HashSet<string> _brands = new(StringComparer.Ordinal);

    /// <param name="cart">Products of the cart; empty on a product page, of whose asker nothing is known.</param>
    /// <param name="catalogue">Finds a product as it is now; null where the shop has none of that id.</param>
    public RankingQuestion(IReadOnlyCollection<ProductId> cart, Func<ProductId, Product?> catalogue)
    {
        Catalogue = catalogue;
        _held = [.. cart];
        var sum = 0.0;
        foreach (var id in _held)
        {
            if (catalogue(id) is not { } product)
            {
                continue;
            }

            Known++;
            sum += decimal.ToDouble(product.Price);
            if (product.Categories.Count > 0)
            {
                _categories.Add(product.Categories[0]);
            }

            if (product.Brand is { } brand)
            {
                _brands.Add(brand);
            }
        }

        MeanPrice = Known == 0 ? double.NaN : sum / Known;
    }

    /// <summary>Products of the cart.</summary>
    public int Held => _held.Count;

    /// <summary>Those of them that the catalogue knows.</summary>
    public int Known { get; }

    /// <summary>Their mean price; not a number where there are none.</summary>
    public double MeanPrice { get; }

    /// <summary>Finds a product as it is now.</summary>
    public Func<ProductId, Product?> Catalogue { get; }

    /// <summary>Whether the product lies in the cart.</summary>
    public bool Holds(ProductId product) => _held.Contains(product);

    /// <summary>Whether a product of the cart has the same leaf category.</summary>
    public bool HoldsCategoryOf(Product product) => product.Categories.Count > 0 && _categories.Contains(product.Categories[0]);

    /// <summary>Whether a product of the cart is of the same brand.</summary>
    public bool HoldsBrandOf(Product product) => product.Brand is { } brand && _brands.Contains(brand);
}
