using System.Globalization;
using BundleFunctions.Bundling;
using BundleFunctions.Offers;

namespace BundleFunctions.Pricing;

/// <summary>Prices bundles: the largest discount that respects the floor.</summary>
/// <remarks>list = sum of price x quantity; floor = sum of cost x quantity x (1 + margin / 100); offer = list x (1 - step / 100), rounded up to
/// the currency's minor unit. The offer is never above the list price and never below the floor; without every cost there is no floor to
/// respect, and so no discount.</remarks>
public sealed class BundlePricer(PricingOptions options)
{
    /// <summary>Prices a bundle of one or more lines.</summary>
    public PricingResult Price(IReadOnlyList<BundleLine> lines)
    {
        var currency = lines[0].Product.Currency;
        if (lines.FirstOrDefault(line => !string.Equals(line.Product.Currency, currency, StringComparison.Ordinal)) is { } foreign)
        {
            return new PricingResult(
                null, "mixed_currencies", $"{foreign.Product.ProductId} is sold in {foreign.Product.Currency}, the bundle in {currency}.");
        }

        try
        {
            var list = lines.Sum(line => line.Product.Price * line.Quantity);
            return list > 0 ? Price(lines, currency, list)
                : new PricingResult(null, "out_of_range", $"The list price is {Text(list)} {currency}; expected more than 0.");
        }
        catch (OverflowException)
        {
            return new PricingResult(null, "out_of_range", "The bundle's price or cost is too large to be counted.");
        }
    }

    private PricingResult Price(IReadOnlyList<BundleLine> lines, string currency, decimal list)
    {
        if (lines.FirstOrDefault(line => line.Product.Cost is null) is { } unknown)
        {
            return new PricingResult(
                PriceOf(currency, list, list), "cost_unknown", $"No discount: the cost of {unknown.Product.ProductId} is not known.");
        }

        var floor = lines.Sum(line => line.Product.Cost!.Value * line.Quantity) * (1 + (options.MinMarginPct / 100));
        if (list < floor)
        {
            return new PricingResult(
                null, "below_floor", $"Not sold: the list price {Text(list)} {currency} is below the floor {Text(floor)} {currency}.");
        }

        foreach (var step in options.DiscountSteps.Where(step => step > 0).OrderDescending())
        {
            var offer = CurrencyUnits.RoundUp(list * (1 - (step / 100)), currency);
            if (offer >= floor && offer < list)
            {
                return new PricingResult(PriceOf(currency, list, offer), "discounted", $"{Text(step)} % off, above the floor {Text(floor)} {currency}.");
            }
        }

        return new PricingResult(PriceOf(currency, list, list), "list_price", $"No discount: none stays above the floor {Text(floor)} {currency}.");
    }

    /// <summary>A price with both amounts in the currency's decimals and the discount that follows from them.</summary>
    internal static BundlePrice PriceOf(string currency, decimal list, decimal offer) => new(
        currency,
        CurrencyUnits.Normalize(list, currency),
        CurrencyUnits.Normalize(offer, currency),
        decimal.Round(100 * ((list - offer) / list), 1, MidpointRounding.AwayFromZero));

    private static string Text(decimal amount) => amount.ToString("0.####", CultureInfo.InvariantCulture);
}
