using BundleFunctions.Bundling.Phrases;

namespace BundleFunctions.Bundling.Titles;

/// <summary>Names a bundle by rules, from what its products are.</summary>
/// <remarks>An intent leads, where one is known: "Travel: camera and bag". Products of one leaf category are a set of it, of their brand
/// where they share one. Else the anchor comes with the others. A product without categories stands with its title.</remarks>
public static class BundleTitler
{
    /// <summary>Longest title, in characters; longer ones are cut after a whole name.</summary>
    public const int MaxLength = 80;

    /// <param name="products">Anchor first; one or more.</param>
    /// <param name="phrases">The language of what stands between the names; names are the catalogue's own.</param>
    /// <param name="intent">What the bundle is for; null where that is not known.</param>
    public static string Title(IReadOnlyList<Product> products, PhraseBook phrases, string? intent = null)
    {
        string[] names = [.. products.Select(NameOf).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (!string.IsNullOrWhiteSpace(intent))
        {
            return phrases.Say("title.theme", intent.Trim(), ListOf(names, phrases));
        }

        if (names.Length > 1)
        {
            return phrases.Say("title.with", names[0], ListOf(names[1..], phrases));
        }

        var brand = products[0].Brand;
        return !string.IsNullOrEmpty(brand) && products.All(product => string.Equals(product.Brand, brand, StringComparison.OrdinalIgnoreCase))
            ? phrases.Say("title.brandSet", brand, names[0])
            : phrases.Say("title.set", names[0]);
    }

    private static string NameOf(Product product) =>
        product.Categories.Count > 0 && product.Categories[0].Split('/')[^1].Trim() is { Length: > 0 } leaf ? leaf : product.Title;

    private static string ListOf(ReadOnlySpan<string> names, PhraseBook phrases)
    {
        var list = names[^1];
        for (var i = names.Length - 2; i >= 0; i--)
        {
            var longer = phrases.Say(i == names.Length - 2 ? "list.two" : "list.more", names[i], list);
            if (longer.Length > MaxLength)
            {
                return names[0];
            }

            list = longer;
        }

        return list;
    }
}
