using System.Globalization;
using BundleFunctions.Bundling;

namespace BundleFunctions.Pricing;

/// <summary>What no offer for a bundle may cross: its floors, and its list price.</summary>
internal sealed class PriceLimits
{
    private readonly PricingOptions _options;
    private readonly decimal?[] _advertised;
    private readonly IReadOnlyList<BundleLine> _lines;

    private PriceLimits(IReadOnlyList<BundleLine> lines, PricingOptions options, decimal list, decimal? cost, decimal?[] advertised) =>
        (_lines, _options, List, Cost, _advertised) = (lines, options, list, cost, advertised);

    public string Currency => _lines[0].Product.Currency;

    /// <summary>Sum of price x quantity.</summary>
    public decimal List { get; }

    /// <summary>Sum of cost x quantity; null where one is not known.</summary>
    public decimal? Cost { get; }

    /// <summary>(cost + delivery) x (1 + margin / 100); 0 where a cost is not known.</summary>
    public decimal CostFloor => Cost is { } cost ? (cost + _options.DeliveryCost) * (1 + (_options.MinMarginPct / 100)) : 0;

    /// <summary>The limits of these lines, or the answer where they cannot be sold together.</summary>
    /// <exception cref="OverflowException">An amount is too large to be counted.</exception>
    public static (PriceLimits? Limits, PricingResult? Refusal) Of(IReadOnlyList<BundleLine> lines, PricingOptions options)
    {
        var currency = lines[0].Product.Currency;
        if (lines.FirstOrDefault(line => !string.Equals(line.Product.Currency, currency, StringComparison.Ordinal)) is { } foreign)
        {
            return (null, PricingResult.Refused(
                "mixed_currencies", $"{foreign.Product.ProductId} is sold in {foreign.Product.Currency}, the bundle in {currency}."));
        }

        var list = lines.Sum(line => line.Product.Price * line.Quantity);
        if (list <= 0)
        {
            return (null, PricingResult.Refused("out_of_range", $"The list price is {Text(list)} {currency}; expected more than 0."));
        }

        var cost = lines.All(line => line.Product.Cost is not null) ? lines.Sum(line => line.Product.Cost!.Value * line.Quantity) : (decimal?)null;
        var limits = new PriceLimits(lines, options, list, cost, [.. lines.Select(line => AdvertisedOf(line.Product, options))]);
        return list >= limits.CostFloor ? (limits, null) : (null, PricingResult.Refused(
            "below_floor", $"Not sold: the list price {Text(list)} {currency} is below the floor {Text(limits.CostFloor)} {currency}."));
    }

    /// <summary>Whether a bundle may be offered for this much: a discount that crosses no floor. For minimum advertised prices the offer is
    /// split over the items in proportion to their list prices.</summary>
    public bool Allow(decimal offer)
    {
        if (offer <= 0 || offer >= List || offer < CostFloor || offer * 100 < List * (100 - _options.MaxDiscountPct))
        {
            return false;
        }

        for (var i = 0; i < _advertised.Length; i++)
        {
            if (_advertised[i] is { } least && offer * _lines[i].Product.Price < least * List)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether pieces of a line may be free: not where they have a minimum advertised price.</summary>
    public bool MayBeFree(int line) => _advertised[line] is null;

    public static string Text(decimal amount) => amount.ToString("0.####", CultureInfo.InvariantCulture);

    // What cannot be read as an amount forbids every discount: a promise to a supplier is not broken by a slip of the pen.
    private static decimal? AdvertisedOf(Product product, PricingOptions options) =>
        !product.Attributes.TryGetValue(options.MinAdvertisedPriceAttribute, out var text) ? null
        : decimal.TryParse(text, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount) ? amount > 0 ? amount : null
        : product.Price;
}
