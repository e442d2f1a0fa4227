namespace BundleFunctions.Baskets;

/// <summary>A stable order of baskets that does not depend on the key of the pseudonyms.</summary>
internal static class BasketOrder
{
    /// <summary>By time, then products, then key.</summary>
    public static int Compare(Basket one, Basket other)
    {
        var order = one.At.CompareTo(other.At);
        return order != 0 ? order : Compare(one.Products, one.Key, other.Products, other.Key);
    }

    /// <summary>By products in their order, then key.</summary>
    public static int Compare(IEnumerable<ProductId> products, OrderKey key, IEnumerable<ProductId> otherProducts, OrderKey otherKey)
    {
        using var others = otherProducts.GetEnumerator();
        foreach (var product in products)
        {
            var order = others.MoveNext() ? product.CompareTo(others.Current) : 1;
            if (order != 0)
            {
                return order;
            }
        }

        return others.MoveNext() ? -1 : key.CompareTo(otherKey);
    }
}
