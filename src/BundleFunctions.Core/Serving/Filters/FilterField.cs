using BundleFunctions.Bundling.Constraints;

namespace BundleFunctions.Serving.Filters;

/// <summary>Something of a product that can be compared.</summary>
/// <param name="IsNumber">Whether it is a number always: then it compares with numbers only.</param>
/// <param name="TextOf">Its text; null where the product has none, or where it is a number.</param>
/// <param name="NumberOf">Its number; null where it has none.</param>
/// <param name="HasOrder">Whether it can be less or greater.</param>
internal sealed record FilterField(bool IsNumber, bool HasOrder, Func<Product, string?> TextOf, Func<Product, decimal?> NumberOf)
{
    /// <summary>How messages name all of them.</summary>
    public const string Names = "productId, title, brand, category, price, stock or attributes.name";

    /// <summary>How messages name all of them to the shop's own people, who may ask for what shoppers must not learn.</summary>
    public const string NamesOfMerchants = $"margin, {Names}";

    /// <summary>Whether equality looks at categories, which hold all below them.</summary>
    public bool IsCategory { get; private init; }

    /// <summary>A field by its name; null where products have none of that name.</summary>
    /// <param name="name">As the filter has it.</param>
    /// <param name="merchant">Whether the shop's own people ask.</param>
    public static FilterField? Find(string name, bool merchant = false) => name switch
    {
        "margin" when merchant => OfNumber(product => (product.Price - product.Cost) / product.Price),
        "productId" => OfText(product => product.ProductId.Value),
        "title" => OfText(product => product.Title),
        "brand" => OfText(product => product.Brand),
        "category" => OfText(product => product.Categories.Count == 0 ? null : product.Categories[0]) with { IsCategory = true },
        "price" => OfNumber(product => product.Price),
        "stock" => OfNumber(product => product.Stock),
        _ => null,
    };

    /// <summary>An attribute of the catalogue.</summary>
    public static FilterField Attribute(string name) => new(
        IsNumber: false,
        HasOrder: true,
        product => product.Attributes.GetValueOrDefault(name),
        product => FilterValue.NumberOf(product.Attributes.GetValueOrDefault(name)));

    /// <summary>Whether the product's value equals the given one; null where it has none.</summary>
    public bool? Equals(Product product, FilterValue value)
    {
        if (IsCategory)
        {
            return product.Categories.Count == 0 ? null : CategoryPaths.Holds(product, value.Text);
        }

        if (value.Number is { } number && NumberOf(product) is { } own)
        {
            return own == number;
        }

        return TextOf(product) is { } text ? string.Equals(text, value.Text, StringComparison.OrdinalIgnoreCase) : null;
    }

    private static FilterField OfText(Func<Product, string?> text) => new(IsNumber: false, HasOrder: false, text, _ => null);

    private static FilterField OfNumber(Func<Product, decimal?> number) => new(IsNumber: true, HasOrder: true, _ => null, number);
}
