using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BundleFunctions.Pricing;

/// <summary>What a plan says of a shop's stock: which products lie too long, by what is foretold to sell. Prices go by it where clearing is an objective.</summary>
/// <param name="AsOf">The last day that was learned from.</param>
/// <param name="SlowStockDays">The option <c>pricing.slowStockDays</c> that it was judged by.</param>
/// <param name="Excess">Pieces beyond what is expected to sell in that time, by product; 0 for those that are not slow. Products that are not named were not looked at.</param>
public sealed record AdvisedStock(DateOnly AsOf, double SlowStockDays, SortedDictionary<ProductId, long> Excess)
{
    /// <summary>Days after which advice is too old to go by.</summary>
    public const int ValidDays = 35;

    /// <summary>Whether it may be gone by: made under the same option, and not too old.</summary>
    /// <param name="options">Valid options.</param>
    /// <param name="at">The moment that prices are made for.</param>
    public bool Holds(PricingOptions options, DateTimeOffset at) =>
        options.ClearanceWeight > 0 && options.SlowStockDays == SlowStockDays && DateOnly.FromDateTime(at.UtcDateTime).DayNumber - AsOf.DayNumber <= ValidDays;

    /// <summary>Whether a product is slow; null where it was not looked at.</summary>
    public bool? IsSlow(ProductId product) => Excess.TryGetValue(product, out var pieces) ? pieces > 0 : null;

    /// <summary>Names which products are slow: 128 bits of SHA-256. By how much takes no part, since it does not change a price.</summary>
    public string Digest()
    {
        var text = new StringBuilder();
        foreach (var (product, pieces) in Excess)
        {
            text.Append(CultureInfo.InvariantCulture, $"{product} {(pieces > 0 ? 1 : 0)}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }
}
