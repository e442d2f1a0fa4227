using BundleFunctions.Pricing;

namespace BundleFunctions.Training.Pricing;

/// <summary>Shrinks the elasticities of products towards those of their category, and categories towards the shop: empirical Bayes.</summary>
/// <remarks>
/// estimate_i ~ N(b_i, s_i²), b_i ~ N(m_c, p²), m_c ~ N(m, g²), m ~ N(prior, shopSd²): Lindley, Smith 1972; Efron, Morris 1975. p² and g² are told
/// from the spread of the estimates (<see cref="VarianceBetween"/>), each pooled with its prior as if that had been told from a few
/// degrees of freedom: sd² = (f prior² + n found) / (f + n). Given them all posteriors are exact.
/// </remarks>
internal sealed class ElasticityShrinkage
{
    private const double PriorFreedom = 4;

    private readonly PriceResponse[] _responses;
    private readonly int[] _categories;
    private readonly double _between;
    private readonly double _categoryBetween;
    private readonly Belief _shop;
    private readonly Belief[] _levels;

    /// <param name="responses">Products with a history, one or more.</param>
    /// <param name="categories">The category of each: 0..<paramref name="count"/> - 1.</param>
    /// <param name="count">Categories, each with one product or more.</param>
    /// <param name="priors">Valid priors.</param>
    public ElasticityShrinkage(PriceResponse[] responses, int[] categories, int count, PricingPriors priors)
    {
        (_responses, _categories) = (responses, categories);
        _between = Pooled(
            VarianceBetween.Find([.. responses.Select((one, i) => new VarianceBetween.Estimate(one.Elasticity, Square(one.StandardError), categories[i]))], count),
            priors.ProductSd);

        var own = new Belief?[count];
        for (var i = 0; i < responses.Length; i++)
        {
            var seen = Own(i).Around(_between);
            own[categories[i]] = own[categories[i]]?.And(seen) ?? seen;
        }

        _categoryBetween = Pooled(
            VarianceBetween.Find([.. own.Select(category => new VarianceBetween.Estimate(category!.Value.Mean, category.Value.Variance, 0))], 1), priors.CategorySd);
        _shop = new Belief(priors.Elasticity, Square(priors.ShopSd));
        foreach (var category in own)
        {
            _shop = _shop.And(category!.Value.Around(_categoryBetween));
        }

        _levels = [.. own.Select(category => Belief.Shrunk(category!.Value, _shop, _categoryBetween))];
    }

    /// <summary>For a product of a category without history.</summary>
    public Belief Shop => _shop.Around(_categoryBetween + _between);

    /// <summary>For a product without history.</summary>
    public Belief Category(int category) => _levels[category].Around(_between);

    /// <summary>For a product with a history.</summary>
    public Belief Product(int product) => Belief.Shrunk(Own(product), _levels[_categories[product]], _between);

    private Belief Own(int product) => new(_responses[product].Elasticity, Square(_responses[product].StandardError));

    private static double Pooled((double Variance, int Freedom) found, double prior) =>
        ((PriorFreedom * Square(prior)) + (found.Freedom * found.Variance)) / (PriorFreedom + found.Freedom);

    private static double Square(double value) => value * value;
}
