using System.Globalization;
using BundleFunctions.Bundling;
using BundleFunctions.Pricing;

namespace BundleFunctions.Core.Tests.Pricing;

/// <summary>Lines of made-up products.</summary>
internal static class PricedGoods
{
    public static ProductId Id(string text) => Identifier.Parse<ProductId>(text);

    public static BundleLine Line(
        string id, decimal price, decimal? cost, string currency = "EUR", int quantity = 1, decimal? map = null, int? stock = null, string? category = null)
    {
        var product = new Product
        {
            ProductId = Id(id),
            Title = id,
            Price = price,
            Cost = cost,
            Currency = currency,
            Stock = stock,
            Categories = category is null ? [] : [category],
        };
        return new BundleLine(
            map is null ? product : product with
            {
                Attributes = new SortedDictionary<string, string>(StringComparer.Ordinal)
                {
                    [new PricingOptions().MinAdvertisedPriceAttribute] = map.Value.ToString(CultureInfo.InvariantCulture),
                },
            },
            quantity);
    }

    /// <summary>A table that knows these elasticities for certain.</summary>
    public static ElasticityTable Known(params (string Product, double Elasticity)[] products) => new()
    {
        Days = 100,
        Categories = new(StringComparer.Ordinal),
        Products = new(products.ToDictionary(pair => Id(pair.Product), pair => new ProductDemand(1, 5, pair.Elasticity, 1e-9))),
    };
}
