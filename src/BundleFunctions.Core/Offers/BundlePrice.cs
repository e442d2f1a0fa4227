namespace BundleFunctions.Offers;

/// <summary>What a bundle costs.</summary>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="List">Sum of price x quantity.</param>
/// <param name="Offer">What the bundle is sold for; never above <paramref name="List"/>, never below the floor.</param>
/// <param name="DiscountPct">100 (list - offer) / list, rounded to one decimal.</param>
public sealed record BundlePrice(string Currency, decimal List, decimal Offer, decimal DiscountPct);
