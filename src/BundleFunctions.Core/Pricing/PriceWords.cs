using BundleFunctions.Offers;

namespace BundleFunctions.Pricing;

/// <summary>Says a discount in words.</summary>
internal static class PriceWords
{
    public static string Told(PriceCandidate candidate, string currency) => candidate.Discount switch
    {
        { Kind: DiscountKind.Percent, Value: { } value } => $"{PriceLimits.Text(value)} % off",
        { Kind: DiscountKind.Amount, Value: { } value } => $"{PriceLimits.Text(value)} {currency} off",
        { Kind: DiscountKind.NForM, Value: { } value } => $"All for the price of the dearest {PriceLimits.Text(value)}",
        { Kind: DiscountKind.Gift, ProductId: { } gift } => $"{gift} free",
        _ => $"All for {PriceLimits.Text(candidate.Offer)} {currency}",
    };
}
