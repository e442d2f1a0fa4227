using BundleFunctions.Offers;
using BundleFunctions.Pricing;

namespace BundleFunctions.Bandits;

/// <summary>Prices between the list price and the published offer. The published offer is at or above every floor, so all of these are.</summary>
public static class DiscountStep
{
    /// <summary><c>list - share (list - offer)</c>, rounded up to whole minor units; the discount is then told as an amount.</summary>
    /// <param name="price">The price as published.</param>
    /// <param name="share">0..1.</param>
    public static BundlePrice Apply(BundlePrice price, double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        if (share == 1 || price.Offer >= price.List)
        {
            return price;
        }

        var offer = CurrencyUnits.RoundUp(price.List - ((decimal)share * (price.List - price.Offer)), price.Currency);
        return price with
        {
            Offer = CurrencyUnits.Normalize(offer, price.Currency),
            DiscountPct = decimal.Round(100 * (price.List - offer) / price.List, 1, MidpointRounding.AwayFromZero),
            Discount = offer < price.List ? new OfferDiscount(DiscountKind.Amount, price.List - offer) : null,
        };
    }
}
