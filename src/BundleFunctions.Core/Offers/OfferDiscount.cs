namespace BundleFunctions.Offers;

/// <summary>A bundle's discount as it is told to shoppers.</summary>
/// <param name="Kind">How it is told.</param>
/// <param name="Value">Percent; amount; the fixed price; or the pieces that are paid for. Null for a gift.</param>
/// <param name="ProductId">The gift; null for other kinds.</param>
public sealed record OfferDiscount(DiscountKind Kind, decimal? Value, ProductId? ProductId = null);
