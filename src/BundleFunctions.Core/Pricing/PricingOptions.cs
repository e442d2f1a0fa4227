using System.Globalization;
using BundleFunctions.Offers;

namespace BundleFunctions.Pricing;

/// <summary>How bundles are priced.</summary>
public sealed record PricingOptions
{
    /// <summary>Discounts in percent of the list price that the kind <c>percent</c> chooses from, each 0..90.</summary>
    public IReadOnlyList<decimal> DiscountSteps { get; init; } = [0m, 5m, 10m, 15m];

    /// <summary>Least margin in percent of the bundle's cost, 0 or more: floor = (cost + delivery) x (1 + margin / 100).</summary>
    public decimal MinMarginPct { get; init; } = 15m;

    /// <summary>Largest discount in percent of the list price, 0..90, of whatever kind.</summary>
    public decimal MaxDiscountPct { get; init; } = 50m;

    /// <summary>Kinds of discount to choose from; of two that give one price the first named is told.</summary>
    public IReadOnlyList<DiscountKind> Kinds { get; init; } = [DiscountKind.Percent];

    /// <summary>Last digits of the offers of kind percent, amount and fixed price; with an ending they are told as fixed prices.</summary>
    public PriceEnding PriceEnding { get; init; }

    /// <summary>Discount in percent, 0..90, where a cost is not known and so no margin can be judged.</summary>
    public decimal DiscountWithoutCostPct { get; init; }

    /// <summary>The product attribute that holds a minimum advertised price of one piece.</summary>
    public string MinAdvertisedPriceAttribute { get; init; } = "minAdvertisedPrice";

    /// <summary>Share of sold pieces that come back, 0..90 percent; what comes back earns nothing.</summary>
    public decimal ReturnsRatePct { get; init; }

    /// <summary>What the delivery of one order costs the shop, 0 or more, in the product's currency.</summary>
    public decimal DeliveryCost { get; init; }

    /// <summary>Worth of moving one more piece of slow stock, as a share of its price, 0..1; 0 prices for margin alone.</summary>
    public double ClearanceWeight { get; init; }

    /// <summary>Stock that lasts longer than this many days at its present sales is slow, 1 or more.</summary>
    public double SlowStockDays { get; init; } = 180;

    /// <summary>What is believed of demand before any sale was seen.</summary>
    public PricingPriors Priors { get; init; } = new();

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        DiscountSteps.Count == 0 || DiscountSteps.Any(step => step is < 0 or > 90) ? "pricing.discountSteps must be one or more percentages, each 0..90."
        : MinMarginPct < 0 ? Fault("minMarginPct", MinMarginPct, "0 or more")
        : MaxDiscountPct is < 0 or > 90 ? Fault("maxDiscountPct", MaxDiscountPct, "0..90")
        : Kinds.Count == 0 || Kinds.Any(kind => !Enum.IsDefined(kind)) ? "pricing.kinds must be one or more of percent, amount, fixed_price, n_for_m, gift."
        : !Enum.IsDefined(PriceEnding) ? "pricing.priceEnding must be none, 99 or 90."
        : DiscountWithoutCostPct is < 0 or > 90 ? Fault("discountWithoutCostPct", DiscountWithoutCostPct, "0..90")
        : string.IsNullOrWhiteSpace(MinAdvertisedPriceAttribute) ? "pricing.minAdvertisedPriceAttribute must name an attribute."
        : ReturnsRatePct is < 0 or > 90 ? Fault("returnsRatePct", ReturnsRatePct, "0..90")
        : DeliveryCost < 0 ? Fault("deliveryCost", DeliveryCost, "0 or more")
        : ClearanceWeight is not (>= 0 and <= 1) ? Fault("clearanceWeight", ClearanceWeight, "0..1")
        : SlowStockDays is not (>= 1 and <= 100_000) ? Fault("slowStockDays", SlowStockDays, "1..100000")
        : Priors.Validate();

    private static string Fault(string name, IFormattable value, string expected) =>
        $"pricing.{name} is {value.ToString(null, CultureInfo.InvariantCulture)}; expected {expected}.";
}
