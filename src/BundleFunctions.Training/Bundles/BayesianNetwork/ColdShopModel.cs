namespace BundleFunctions.Training.Bundles.BayesianNetwork;

/// <summary>What a shop that is too young to count pairs knows already: how category, price level, season and kind of buyer hang together.
/// Answers which categories to bundle with a purchase, and at which price level.</summary>
public sealed class ColdShopModel
{
    /// <summary>Price levels: fifths of the catalogue by price.</summary>
    public const int PriceLevels = 5;

    private readonly Dictionary<string, int> _categories;
    private readonly decimal[] _levels;

    private ColdShopModel(TreeNetwork network, Dictionary<string, int> categories, decimal[] levels) =>
        (Network, _categories, _levels) = (network, categories, levels);

    /// <summary>Variables: category of the anchor, category of the other, price level of the other, season, returning buyer.</summary>
    public TreeNetwork Network { get; }

    /// <summary>First-level categories in the order of their values.</summary>
    public IReadOnlyList<string> Categories => [.. _categories.OrderBy(pair => pair.Value).Select(pair => pair.Key)];

    /// <summary>Learns from every ordered pair of products of every order.</summary>
    /// <param name="products">The catalogue.</param>
    /// <param name="orders">Products of each order, when it was placed, and whether its buyer had ordered before.</param>
    public static ColdShopModel Learn(
        IReadOnlyList<Product> products, IEnumerable<(IReadOnlyList<ProductId> Products, DateTimeOffset At, bool Returning)> orders)
    {
        var byId = products.ToDictionary(product => product.ProductId);
        var categories = products.Select(CategoryOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);
        decimal[] prices = [.. products.Select(product => product.Price).Order()];
        decimal[] levels = prices.Length == 0 ? [] : [.. Enumerable.Range(1, PriceLevels - 1).Select(fifth => prices[prices.Length * fifth / PriceLevels])];
        var rows = new List<int[]>();
        foreach (var (items, at, returning) in orders)
        {
            Product[] known = [.. items.Where(byId.ContainsKey).Select(item => byId[item])];
            rows.AddRange(known.SelectMany(anchor => known.Where(other => other != anchor).Select(other => new[]
            {
                categories[CategoryOf(anchor)],
                categories[CategoryOf(other)],
                LevelOf(other.Price, levels),
                SeasonOf(at),
                returning ? 1 : 0,
            })));
        }

        return new ColdShopModel(ChowLiu.Learn(rows, [Math.Max(1, categories.Count), Math.Max(1, categories.Count), PriceLevels, 4, 2]), categories, levels);
    }

    /// <summary>P(category and price level of what is bought with the anchor), each by itself, given what is known.</summary>
    public (IReadOnlyDictionary<string, double> Category, IReadOnlyList<double> PriceLevel) Predict(Product anchor, DateTimeOffset? at = null, bool? returning = null)
    {
        int? category = _categories.TryGetValue(CategoryOf(anchor), out var number) ? number : null;
        var (marginals, _) = Network.Infer([category, null, null, at is { } moment ? SeasonOf(moment) : null, returning is { } known ? (known ? 1 : 0) : null]);
        return (_categories.ToDictionary(pair => pair.Key, pair => marginals[1][pair.Value], StringComparer.Ordinal), marginals[2]);
    }

    /// <summary>The fifth of the catalogue that a price lies in, 0..4.</summary>
    public int LevelOf(decimal price) => LevelOf(price, _levels);

    private static int LevelOf(decimal price, decimal[] levels) => levels.Count(level => price >= level);

    // Quarters from December on: winter, spring, summer, autumn.
    private static int SeasonOf(DateTimeOffset at) => at.Month % 12 / 3;

    private static string CategoryOf(Product product) => product.Categories.Count > 0 ? product.Categories[0].Split('/')[0] : string.Empty;
}
