using BundleFunctions.Catalogue;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Encoding;
using BundleFunctions.Training.Evaluation.Metrics;

namespace BundleFunctions.Training.Evaluation.Splits;

/// <summary>A shop's orders and catalogue as the harness takes them.</summary>
public static class ShopLog
{
    /// <summary>A row an order.</summary>
    /// <param name="catalogue">The shop's products; null where there are none.</param>
    public static InteractionLog Of(EncodedBaskets baskets, CatalogueSnapshot? catalogue) => new(SparseMatrix.OfSets(baskets.Rows))
    {
        Moments = [.. baskets.Moments.Select(moment => moment.ToUnixTimeSeconds())],
        Users = baskets.Users,
        Content = CatalogueContent.Of(baskets.Products, catalogue),
    };

    /// <summary>Stock and margins of the products; what the catalogue does not have cannot be sold.</summary>
    /// <param name="now">When it must be for sale.</param>
    public static ItemFacts Facts(ProductIndex products, CatalogueSnapshot catalogue, DateTimeOffset now)
    {
        var isOut = new bool[products.Count];
        var margins = new double?[products.Count];
        for (var i = 0; i < products.Count; i++)
        {
            var product = catalogue.Find(products[i]);
            isOut[i] = product?.IsAvailable(now) != true;
            margins[i] = product is { Cost: { } cost } ? decimal.ToDouble((product.Price - cost) / product.Price) : null;
        }

        return new ItemFacts(isOut, margins);
    }
}
