namespace BundleFunctions.Pricing;

/// <summary>How bundles are priced.</summary>
public sealed record PricingOptions
{
    /// <summary>Discounts to choose from, in percent of the list price, each 0..90.</summary>
    public IReadOnlyList<decimal> DiscountSteps { get; init; } = [0m, 5m, 10m, 15m];

    /// <summary>Least margin in percent of the bundle's cost, 0 or more: floor = cost x (1 + margin / 100).</summary>
    public decimal MinMarginPct { get; init; } = 15m;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        DiscountSteps.Count == 0 || DiscountSteps.Any(step => step is < 0 or > 90) ? "pricing.discountSteps must be one or more percentages, each 0..90."
        : MinMarginPct < 0 ? $"pricing.minMarginPct is {MinMarginPct}; expected 0 or more."
        : null;
}
