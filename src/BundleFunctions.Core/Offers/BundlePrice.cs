namespace BundleFunctions.Offers;

/// <summary>What a bundle costs.</summary>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="List">Sum of price x quantity.</param>
/// <param name="Offer">What the bundle is sold for; never above <paramref name="List"/>, never below the floor.</param>
/// <param name="DiscountPct">100 (list - offer) / list, rounded to one decimal.</param>
/// <param name="Discount">How the discount is told; null where there is none.</param>
/// <param name="Basis">What the demand was judged by, as <see cref="Pricing.PriceBasis"/> words it; null where no demand was judged.</param>
public sealed record BundlePrice(
    string Currency, decimal List, decimal Offer, decimal DiscountPct, OfferDiscount? Discount = null, string? Basis = null);
