using System.Globalization;
using BundleFunctions.Offers;

namespace BundleFunctions.Publishing;

/// <summary>A discount as a document holds it: one letter and its value, such as <c>p10</c>; a gift by its place among the products.</summary>
internal static class DiscountCode
{
    public static string? Encode(OfferDiscount? discount, ReadOnlySpan<ProductId> products)
    {
        var culture = CultureInfo.InvariantCulture;
        return discount switch
        {
            null => null,
            { Kind: DiscountKind.FixedPrice } => "f",
            { Kind: DiscountKind.Gift, ProductId: { } gift } => string.Create(culture, $"g{products.IndexOf(gift)}"),
            _ => string.Create(culture, $"{Letter(discount.Kind)}{discount.Value}"),
        };
    }

    /// <exception cref="InvalidOperationException">It is not what <see cref="Encode"/> writes.</exception>
    public static OfferDiscount? Decode(string? code, IReadOnlyList<ProductId> products, decimal? offer)
    {
        if (code is null)
        {
            return null;
        }

        var known = decimal.TryParse(code.AsSpan(Math.Min(1, code.Length)), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value);
        return code switch
        {
            "f" => new OfferDiscount(DiscountKind.FixedPrice, offer),
            ['p', ..] when known => new OfferDiscount(DiscountKind.Percent, value),
            ['a', ..] when known => new OfferDiscount(DiscountKind.Amount, value),
            ['n', ..] when known => new OfferDiscount(DiscountKind.NForM, value),
            ['g', ..] when known && value < products.Count => new OfferDiscount(DiscountKind.Gift, null, products[(int)value]),
            _ => throw new InvalidOperationException($"'{code}' is no discount."),
        };
    }

    private static char Letter(DiscountKind kind) => kind switch { DiscountKind.Percent => 'p', DiscountKind.Amount => 'a', _ => 'n' };
}
