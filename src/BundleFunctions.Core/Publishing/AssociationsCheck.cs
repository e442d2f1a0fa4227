using BundleFunctions.Associations;

namespace BundleFunctions.Publishing;

/// <summary>Whether a model's counts can be true. A model that contradicts itself is refused as a whole.</summary>
internal static class AssociationsCheck
{
    /// <summary>The first contradiction in words; null where there is none.</summary>
    public static string? FindFault(ProductAssociations product, int totalOrders)
    {
        if (product.Orders < 1 || product.Orders > totalOrders)
        {
            return $"it is in {product.Orders} orders; expected 1..{totalOrders}.";
        }

        foreach (var neighbour in product.Neighbours)
        {
            if (neighbour.Product == product.Product || !IsShare(neighbour.Together, product.Orders, neighbour.Orders, totalOrders))
            {
                return $"neighbour {neighbour.Product} is in {neighbour.Orders} orders, {neighbour.Together} of them with it ({product.Orders} orders).";
            }
        }

        foreach (var set in product.Sets)
        {
            if (set.Rest.Count is < 2 or > 3
                || set.Rest.Distinct().Count() != set.Rest.Count
                || set.Rest.Contains(product.Product)
                || !IsShare(set.Orders, product.Orders, set.RestOrders, totalOrders))
            {
                return $"set {string.Join(" + ", set.Rest)} is in {set.RestOrders} orders, {set.Orders} of them with it ({product.Orders} orders).";
            }
        }

        return null;
    }

    private static bool IsShare(int together, int anchor, int rest, int total) =>
        together >= 1 && together <= anchor && together <= rest && rest <= total;
}
