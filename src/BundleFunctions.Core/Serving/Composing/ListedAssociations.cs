using BundleFunctions.Associations;
using BundleFunctions.Publishing;

namespace BundleFunctions.Serving.Composing;

/// <summary>What a published list says of pairs: its bundles of two carry the exact counts of a model's line.</summary>
internal static class ListedAssociations
{
    /// <summary>The product's partners, in the list's order; null where the list has no pair that an order holds.</summary>
    public static ProductAssociations? Of(ProductId product, IReadOnlyList<PublishedBundle>? list)
    {
        var neighbours = new List<Neighbour>();
        var orders = 0;
        foreach (var bundle in list ?? [])
        {
            if (bundle is { Items: [var anchor, var other], Evidence.Orders: > 0 } && anchor.ProductId == product)
            {
                orders = bundle.Evidence.AnchorOrders;
                neighbours.Add(new Neighbour(other.ProductId, bundle.Evidence.RestOrders, bundle.Evidence.Orders)
                {
                    Quantity = other.Quantity > 1 ? other.Quantity : null,
                });
            }
        }

        return neighbours.Count == 0 ? null : new ProductAssociations(product, orders, neighbours, []);
    }
}
