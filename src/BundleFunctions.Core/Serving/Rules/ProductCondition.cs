using BundleFunctions.Bundling.Constraints;

namespace BundleFunctions.Serving.Rules;

/// <summary>What one product must be: everything that is given must hold; of a list, one entry must.</summary>
/// <remarks>What is not known of a product (no cost, no count of its stock) holds no condition about it.</remarks>
public sealed record ProductCondition
{
    /// <summary>Most entries of a list.</summary>
    public const int MaxEntries = 200;

    public IReadOnlyList<ProductId> ProductIds { get; init => field = value ?? []; } = [];

    /// <summary>Category paths; one holds for whatever lies below it.</summary>
    public IReadOnlyList<string> Categories { get; init => field = value ?? []; } = [];

    public IReadOnlyList<string> Brands { get; init => field = value ?? []; } = [];

    /// <summary>Values by the attribute's name; each named attribute must have one of its values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; init => field = value ?? Empty; } = Empty;

    /// <summary>Selling price of one piece.</summary>
    public NumberRange? Price { get; init; }

    /// <summary>(price - cost) / price, 1 or less.</summary>
    public NumberRange? Margin { get; init; }

    /// <summary>Pieces that can be sold.</summary>
    public NumberRange? Stock { get; init; }

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Empty { get; } =
        new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Whether the condition holds for a product.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="product">As the catalogue has it now; null where it is not known: then only its id can be judged.</param>
    public bool Holds(ProductId id, Product? product)
    {
        if (ProductIds.Count > 0 && !ProductIds.Contains(id))
        {
            return false;
        }

        return product is null
            ? ProductIds.Count > 0 && Categories.Count + Brands.Count + Attributes.Count == 0 && (Price ?? Margin ?? Stock) is null
            : HoldsIn(Categories, product)
                && (Brands.Count == 0 || (product.Brand is { } brand && Brands.Contains(brand, StringComparer.Ordinal)))
                && Attributes.All(wanted => product.Attributes.TryGetValue(wanted.Key, out var value) && wanted.Value.Contains(value, StringComparer.Ordinal))
                && Price?.Holds(product.Price) != false
                && Margin?.Holds((product.Price - product.Cost) / product.Price) != false
                && Stock?.Holds(product.Stock) != false;
    }

    /// <summary>What is wrong with the condition, in words; null where it is well.</summary>
    public string? Validate(string name) =>
        ProductIds.Count + Categories.Count + Brands.Count + Attributes.Count == 0 && (Price ?? Margin ?? Stock) is null ? $"{name} is empty."
        : Math.Max(Math.Max(ProductIds.Count, Categories.Count), Math.Max(Brands.Count, Attributes.Values.Sum(values => values?.Count ?? 0))) > MaxEntries
            ? $"{name} has a list of more than {MaxEntries} entries."
        : ProductIds.Any(id => id.Value.Length == 0) || Categories.Concat(Brands).Concat(Attributes.Keys).Any(string.IsNullOrWhiteSpace)
            || Attributes.Values.Any(values => values is not { Count: > 0 } || values.Any(value => value is null))
            ? $"{name} has an empty entry."
        : Price?.Validate($"{name}.price") ?? Margin?.Validate($"{name}.margin") ?? Stock?.Validate($"{name}.stock");

    private static bool HoldsIn(IReadOnlyList<string> categories, Product product)
    {
        for (var i = 0; i < categories.Count; i++)
        {
            if (CategoryPaths.Holds(product, categories[i]))
            {
                return true;
            }
        }

        return categories.Count == 0;
    }
}
