using System.Security.Cryptography;
using System.Text;

namespace BundleFunctions.Serving;

/// <summary>Names answers by generation and question, so that they can be cached.</summary>
internal static class RecommendationNaming
{
    /// <summary>The first 96 bits of the SHA-256 of shop, generation, kind of question, products and limits.</summary>
    public static string NameOf(ShopId shop, GenerationId? generation, string kind, IReadOnlyList<ProductId> products, BundleQuery query)
    {
        var text = new StringBuilder()
            .Append(shop.Value).Append('\n').Append(generation?.Value).Append('\n').Append(kind).Append('\n')
            .Append(query.Limit).Append('\n').Append(query.MaxItems);
        foreach (var product in products)
        {
            text.Append('\n').Append(product.Value);
        }

        if (query.Refinement is { } wishes)
        {
            text.Append('\n').Append('\n').Append(wishes.Canonical);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 12));
    }
}
