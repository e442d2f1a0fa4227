using System.Globalization;

namespace BundleFunctions.Pricing;

/// <summary>What is believed of demand before any sale was seen.</summary>
public sealed record PricingPriors
{
    /// <summary>Own-price elasticity of the shop's typical product, -8..-0.5. The default is the mean of 1,851 published estimates: Bijmolt,
    /// van Heerde, Pieters, "New Empirical Generalizations on the Determinants of Price Elasticity", 2005.</summary>
    public double Elasticity { get; init; } = -2.6;

    /// <summary>Standard deviation of the shop's mean around <see cref="Elasticity"/>, above 0 and at most 5.</summary>
    public double ShopSd { get; init; } = 0.8;

    /// <summary>Standard deviation of category means around the shop's, above 0 and at most 5.</summary>
    public double CategorySd { get; init; } = 0.5;

    /// <summary>Standard deviation of products around their category, above 0 and at most 5.</summary>
    public double ProductSd { get; init; } = 0.5;

    /// <summary>Share of orders that hold a product, above 0 and below 1, where no count is known.</summary>
    public double PurchaseShare { get; init; } = 0.02;

    /// <summary>The first prior that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        Elasticity is not (>= -8 and <= -0.5) ? Fault("elasticity", Elasticity, "-8..-0.5")
        : ShopSd is not (> 0 and <= 5) ? Fault("shopSd", ShopSd, "above 0 and at most 5")
        : CategorySd is not (> 0 and <= 5) ? Fault("categorySd", CategorySd, "above 0 and at most 5")
        : ProductSd is not (> 0 and <= 5) ? Fault("productSd", ProductSd, "above 0 and at most 5")
        : PurchaseShare is not (> 0 and < 1) ? Fault("purchaseShare", PurchaseShare, "above 0 and below 1")
        : null;

    private static string Fault(string name, double value, string expected) =>
        $"pricing.priors.{name} is {value.ToString(CultureInfo.InvariantCulture)}; expected {expected}.";
}
