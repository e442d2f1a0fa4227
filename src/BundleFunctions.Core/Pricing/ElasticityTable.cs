using System.Text.Json.Serialization;

namespace BundleFunctions.Pricing;

/// <summary>Learned elasticities of a shop: one file of its model folder.</summary>
public sealed record ElasticityTable
{
    /// <summary>Days of sales behind it.</summary>
    public required int Days { get; init; }

    /// <summary>For products of categories without history; null where no product has one.</summary>
    public ElasticityLevel? Shop { get; init; }

    /// <summary>By category path, for products without history.</summary>
    public required SortedDictionary<string, ElasticityLevel> Categories { get; init; }

    /// <summary>Every product that was sold.</summary>
    public required SortedDictionary<ProductId, ProductDemand> Products { get; init; }

    /// <summary>What a plan says of stock, which is better than the sales behind this table; null where there is none to go by. Not part of the file.</summary>
    [JsonIgnore]
    public AdvisedStock? Advised { get; init; }

    /// <summary>A table of a shop that nothing was learned of.</summary>
    public static ElasticityTable Empty { get; } = new() { Days = 0, Categories = new(StringComparer.Ordinal), Products = [] };

    /// <summary>The category that a product's elasticity is shrunk towards: its first path; null where it has none.</summary>
    public static string? CategoryOf(Product product) => product.Categories is [var path, ..] ? path : null;

    /// <summary>The nearest estimate: the product's own, its category's, the shop's, or the prior.</summary>
    public ElasticityEstimate Find(Product product, PricingPriors priors)
    {
        if (Products.TryGetValue(product.ProductId, out var demand) && demand is { Elasticity: { } own, Sd: { } sd })
        {
            return new ElasticityEstimate(own, sd, ElasticitySource.Product, demand.PricePoints);
        }

        if (CategoryOf(product) is { } path && Categories.TryGetValue(path, out var category))
        {
            return new ElasticityEstimate(category.Mean, category.Sd, ElasticitySource.Category, 0);
        }

        var prior = Math.Sqrt((priors.ShopSd * priors.ShopSd) + (priors.CategorySd * priors.CategorySd) + (priors.ProductSd * priors.ProductSd));
        return Shop is not null ? new ElasticityEstimate(Shop.Mean, Shop.Sd, ElasticitySource.Shop, 0)
            : new ElasticityEstimate(priors.Elasticity, prior, ElasticitySource.Prior, 0);
    }

    /// <summary>Whether a product's stock lasts too long: by a plan where one has looked at it, else longer than <paramref name="days"/> at its present
    /// sales. Without a plan nothing is slow before a quarter of that time, at most four weeks of it, has been seen.</summary>
    public bool IsSlow(Product product, double days) =>
        product.Stock is > 0 and var stock
        && (Advised?.IsSlow(product.ProductId)
            ?? (Days >= Math.Min(days / 4, 28) && stock > days * (Products.GetValueOrDefault(product.ProductId)?.PiecesPerDay ?? 0)));
}
