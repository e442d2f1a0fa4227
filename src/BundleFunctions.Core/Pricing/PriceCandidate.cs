using BundleFunctions.Offers;

namespace BundleFunctions.Pricing;

/// <summary>One offer that crosses no floor.</summary>
internal readonly record struct PriceCandidate(decimal Offer, OfferDiscount Discount);
