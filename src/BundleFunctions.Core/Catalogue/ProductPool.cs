namespace BundleFunctions.Catalogue;

/// <summary>Keeps once what many products of a catalogue have alike: a few hundred brands and categories stand in a million of them, and most require
/// nothing and exclude nothing. One thread at a time.</summary>
internal sealed class ProductPool
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _single = new(StringComparer.Ordinal);

    /// <summary>The same product, in which equal texts are one object and attributes stand in ordinal order.</summary>
    public Product Share(Product product) => product with
    {
        Categories = Share(product.Categories),
        Brand = product.Brand is { } brand ? Share(brand) : null,
        Currency = Share(product.Currency),
        Attributes = Share(product.Attributes),
        Requires = product.Requires.Count == 0 ? [] : product.Requires,
        Excludes = product.Excludes.Count == 0 ? [] : product.Excludes,
    };

    private string Share(string text)
    {
        if (_texts.TryGetValue(text, out var known))
        {
            return known;
        }

        _texts.Add(text, text);
        return text;
    }

    private IReadOnlyList<string> Share(IReadOnlyList<string> categories)
    {
        if (categories.Count != 1)
        {
            return categories.Count == 0 ? [] : [.. categories.Select(Share)];
        }

        if (!_single.TryGetValue(categories[0], out var known))
        {
            _single.Add(categories[0], known = [Share(categories[0])]);
        }

        return known;
    }

    private IReadOnlyDictionary<string, string> Share(IReadOnlyDictionary<string, string> attributes)
    {
        if (attributes.Count == 0)
        {
            return Product.NoAttributes;
        }

        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in attributes)
        {
            sorted.Add(Share(name), Share(value));
        }

        return sorted;
    }
}
