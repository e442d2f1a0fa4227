using BundleFunctions.Catalogue;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Encoding;

/// <summary>What a catalogue says of numbered products.</summary>
public static class CatalogueContent
{
    /// <summary>One entry a product, in the order of their numbers; <see cref="ItemContent.Unknown"/> for what the catalogue does not
    /// have. Empty where there is no catalogue.</summary>
    public static IReadOnlyList<ItemContent> Of(ProductIndex products, CatalogueSnapshot? catalogue)
    {
        if (catalogue is null)
        {
            return [];
        }

        var content = new ItemContent[products.Count];
        for (var i = 0; i < content.Length; i++)
        {
            content[i] = catalogue.Find(products[i]) is { } product ? Of(product) : ItemContent.Unknown;
        }

        return content;
    }

    /// <summary>What a product's own entry says.</summary>
    public static ItemContent Of(Product product) => new(
        product.Title,
        product.Description ?? string.Empty,
        product.Categories,
        product.Brand ?? string.Empty,
        [.. product.Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal)],
        decimal.ToDouble(product.Price));
}
