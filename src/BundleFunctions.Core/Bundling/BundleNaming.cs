using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BundleFunctions.Bundling;

/// <summary>Names bundles by what they hold.</summary>
public static class BundleNaming
{
    /// <summary>The first 80 bits of the SHA-256 of the sorted (product, quantity) pairs, in hexadecimal: the same bundle has one name
    /// whatever its anchor, its order and its generation.</summary>
    public static BundleId NameOf(IEnumerable<(ProductId Product, int Quantity)> items)
    {
        var text = new StringBuilder();
        foreach (var (product, quantity) in items.OrderBy(item => item.Product))
        {
            // A line feed cannot be part of a product id, so that no two bundles read alike.
            text.Append(product.Value).Append('\n').Append(quantity.ToString(CultureInfo.InvariantCulture)).Append('\n');
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return Identifier.Parse<BundleId>(Convert.ToHexStringLower(hash.AsSpan(0, 10)));
    }
}
