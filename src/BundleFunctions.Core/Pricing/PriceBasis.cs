using System.Globalization;

namespace BundleFunctions.Pricing;

/// <summary>What a price's demand was judged by, in words.</summary>
public static class PriceBasis
{
    /// <summary>The configured priors alone.</summary>
    public const string Prior = "prior";

    /// <summary>The elasticity learned for the shop as a whole.</summary>
    public const string ShopPrior = "shop prior";

    /// <summary>The elasticity learned for a product's category.</summary>
    public const string CategoryPrior = "category prior";

    private const string HistoryStart = "history: ";
    private const string HistoryEnd = " price points";

    /// <summary>The products' own price history.</summary>
    /// <param name="pricePoints">Different prices at which they were sold, over all products with a history.</param>
    public static string History(int pricePoints) => string.Create(CultureInfo.InvariantCulture, $"{HistoryStart}{pricePoints}{HistoryEnd}");

    /// <summary>The basis of a bundle: the history of those of its products that have one, else the closest prior.</summary>
    public static string Of(IEnumerable<ElasticityEstimate> estimates)
    {
        var (points, closest) = (0, ElasticitySource.Prior);
        foreach (var estimate in estimates)
        {
            points += estimate.Source == ElasticitySource.Product ? estimate.PricePoints : 0;
            closest = estimate.Source > closest ? estimate.Source : closest;
        }

        return closest switch
        {
            ElasticitySource.Product => History(points),
            ElasticitySource.Category => CategoryPrior,
            ElasticitySource.Shop => ShopPrior,
            _ => Prior,
        };
    }

    /// <summary>A basis as a number, for documents that must be small: the price points of a history, or a prior's place below them.</summary>
    internal static int? Encode(string? basis) => basis switch
    {
        null => null,
        Prior => 0,
        ShopPrior => -1,
        CategoryPrior => -2,
        _ => int.Parse(basis.AsSpan(HistoryStart.Length, basis.Length - HistoryStart.Length - HistoryEnd.Length), CultureInfo.InvariantCulture),
    };

    /// <summary>What <see cref="Encode"/> made a number of.</summary>
    internal static string? Decode(int? code) => code switch
    {
        null => null,
        0 => Prior,
        -1 => ShopPrior,
        -2 => CategoryPrior,
        { } points => History(points),
    };
}
