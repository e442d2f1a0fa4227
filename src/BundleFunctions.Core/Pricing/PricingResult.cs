using BundleFunctions.Offers;

namespace BundleFunctions.Pricing;

/// <summary>A bundle's price, or why it is not sold.</summary>
/// <param name="Price">What it costs; null where it must not be sold.</param>
/// <param name="Code">A stable code in snake_case: <c>discounted</c>, <c>list_price</c>, <c>cost_unknown</c>, <c>below_floor</c>,
/// <c>mixed_currencies</c>, <c>out_of_range</c>.</param>
/// <param name="Reason">The same in words, for the merchandiser; it may speak of costs and is not for shoppers.</param>
/// <param name="Forecast">What is expected of the price; null where no demand was judged.</param>
public sealed record PricingResult(BundlePrice? Price, string Code, string Reason, PriceForecast? Forecast = null)
{
    internal static PricingResult Refused(string code, string reason) => new(null, code, reason);
}
