using BundleFunctions.Offers;

namespace BundleFunctions.Bundling;

/// <summary>How many of a bundle the stock allows.</summary>
public static class BundleStock
{
    /// <summary>Least of floor(stock / quantity) over the items whose stock is counted; null where none is.</summary>
    public static BundleAvailability? Of(IReadOnlyList<BundleLine> lines)
    {
        BundleAvailability? least = null;
        foreach (var line in lines)
        {
            if (line.Product.Stock is { } stock && !(stock / line.Quantity >= least?.MaxBundles))
            {
                least = new BundleAvailability(stock / line.Quantity, line.Product.ProductId);
            }
        }

        return least;
    }
}
