namespace BundleFunctions.Bundling;

/// <summary>What may be sold together.</summary>
public static class BundleRules
{
    /// <summary>Whether these products make a bundle: each of them available, one currency, at most one of a group, everything that one of
    /// them requires, and nothing that one of them excludes.</summary>
    public static bool Allow(IReadOnlyList<Product> products, DateTimeOffset now)
    {
        for (var i = 0; i < products.Count; i++)
        {
            var product = products[i];
            if (!product.IsAvailable(now)
                || !string.Equals(product.Currency, products[0].Currency, StringComparison.Ordinal)
                || !product.Requires.All(required => Holds(products, required)))
            {
                return false;
            }

            for (var j = 0; j < products.Count; j++)
            {
                if (i != j && Clash(product, products[j]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether two products must not be together: one excludes the other, or both are variants of one thing.</summary>
    public static bool Clash(Product one, Product other) =>
        one.ProductId == other.ProductId
        || (one.GroupId is not null && string.Equals(one.GroupId, other.GroupId, StringComparison.Ordinal))
        || one.Excludes.Contains(other.ProductId)
        || other.Excludes.Contains(one.ProductId);

    private static bool Holds(IReadOnlyList<Product> products, ProductId wanted)
    {
        foreach (var product in products)
        {
            if (product.ProductId == wanted)
            {
                return true;
            }
        }

        return false;
    }
}
