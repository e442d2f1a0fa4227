using BundleFunctions.Associations;
using BundleFunctions.Bundling;
using BundleFunctions.Pricing;

namespace BundleFunctions.Publishing;

/// <summary>What a model's counts say of the demand for a draft's products.</summary>
internal static class DraftDemand
{
    /// <summary>Shares of orders; a product that the model does not list beside the anchor has the share of the rest as a whole.</summary>
    public static BundleDemand Of(BundleDraft draft, ProductAssociations associations, int totalOrders)
    {
        var shares = new double[draft.Lines.Count];
        for (var i = 0; i < shares.Length; i++)
        {
            var product = draft.Lines[i].Product.ProductId;
            var orders = product == associations.Product ? associations.Orders
                : associations.Neighbours.FirstOrDefault(neighbour => neighbour.Product == product)?.Orders ?? draft.Evidence.RestOrders;
            shares[i] = (double)orders / totalOrders;
        }

        return new BundleDemand(shares, (double)draft.Evidence.Orders / totalOrders);
    }
}
