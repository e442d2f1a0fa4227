using System.Globalization;

namespace BundleFunctions.Catalogue;

/// <summary>How complete the products of a file are.</summary>
/// <param name="Products">Products of the file.</param>
/// <param name="WithCost">Those with a cost.</param>
/// <param name="WithStock">Those whose stock is counted.</param>
/// <param name="WithCategory">Those in a category.</param>
/// <param name="WithDescription">Those with a description.</param>
/// <param name="WithBrand">Those with a brand.</param>
/// <param name="WithImage">Those with an image.</param>
/// <param name="WithWindow">Those that can be sold from or to some moment.</param>
/// <param name="Discontinued">Those that are discontinued.</param>
/// <param name="Groups">Groups of variants.</param>
/// <param name="BelowCost">Those sold under their cost.</param>
public sealed record ProductCounts(
    int Products,
    int WithCost,
    int WithStock,
    int WithCategory,
    int WithDescription,
    int WithBrand,
    int WithImage,
    int WithWindow,
    int Discontinued,
    int Groups,
    int BelowCost)
{
    internal static ProductCounts Of(IReadOnlyDictionary<ProductId, Product> products) => new(
        products.Count,
        products.Values.Count(product => product.Cost is not null),
        products.Values.Count(product => product.Stock is not null),
        products.Values.Count(product => product.Categories.Count > 0),
        products.Values.Count(product => product.Description is not null),
        products.Values.Count(product => product.Brand is not null),
        products.Values.Count(product => product.ImageUrl is not null),
        products.Values.Count(product => (product.AvailableFrom ?? product.AvailableTo) is not null),
        products.Values.Count(product => product.Discontinued),
        products.Values.Select(product => product.GroupId).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
        products.Values.Count(product => product.Price < product.Cost));

    /// <summary>What is tolerated, and what it costs, for a person to read.</summary>
    internal IEnumerable<string> Warnings()
    {
        if (WithCost < Products)
        {
            yield return Say($"{Products - WithCost} of {Products} products have no cost: their bundles are priced by the shop's discount limits alone, not by margin.");
        }

        if (WithStock < Products)
        {
            yield return Say($"{Products - WithStock} of {Products} products have no stock: they are taken to be there.");
        }

        if (WithCategory < Products)
        {
            yield return Say($"{Products - WithCategory} of {Products} products are in no category: rules by category and similar products do not find them.");
        }

        if (BelowCost > 0)
        {
            yield return Say($"{BelowCost} of {Products} products cost more than their price.");
        }
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
