using BundleFunctions.Catalogue;

namespace BundleFunctions.Audiences;

/// <summary>How alike two products are by what the catalogue says of them: 0.5 for the same category, 0.2 for the same brand, and 0.3 times the overlap
/// (Jaccard) of the words of their titles and their attributes. Not thread-safe.</summary>
/// <param name="catalogue">The products.</param>
public sealed class ContentLikeness(CatalogueSnapshot catalogue)
{
    private readonly Dictionary<ProductId, HashSet<string>> _words = [];

    /// <summary>0..1; 0 where the catalogue does not know the second.</summary>
    public double Of(Product one, ProductId other) => catalogue.Find(other) is { } known ? Of(one, known) : 0;

    /// <summary>0..1.</summary>
    public double Of(Product one, Product other)
    {
        var category = one.Categories is [var path, ..] && other.Categories is [var otherPath, ..] && string.Equals(path, otherPath, StringComparison.Ordinal) ? 0.5 : 0;
        var brand = one.Brand is not null && string.Equals(one.Brand, other.Brand, StringComparison.Ordinal) ? 0.2 : 0;
        var (words, otherWords) = (WordsOf(one), WordsOf(other));
        var shared = words.Count(otherWords.Contains);
        return category + brand + (shared == 0 ? 0 : 0.3 * shared / (words.Count + otherWords.Count - shared));
    }

    private HashSet<string> WordsOf(Product product)
    {
        if (!_words.TryGetValue(product.ProductId, out var words))
        {
            var title = product.Title.ToLowerInvariant().Split([' ', ',', '-', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            words = [.. title, .. product.Attributes.Select(attribute => $"{attribute.Key}={attribute.Value}")];
            _words.Add(product.ProductId, words);
        }

        return words;
    }
}
