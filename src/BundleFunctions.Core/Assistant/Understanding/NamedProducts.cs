using System.Text;
using BundleFunctions.Assistant.Retrieval;
using BundleFunctions.Assistant.Text;
using BundleFunctions.Catalogue;

namespace BundleFunctions.Assistant.Understanding;

/// <summary>Tells which products a question names, of those that were found for it.</summary>
internal static class NamedProducts
{
    // Share of a title's words, by their rarity, that a question must hold to name the product.
    private const double Named = 0.6;

    // A product that was found alone, so far ahead of the next, is the one that was meant.
    private const double Lead = 1.3;

    private const int MaxLooked = 60;
    private const int MaxIdLength = 40;

    /// <summary>The products whose ids the question holds as they stand.</summary>
    public static List<ProductId> ById(string question, CatalogueSnapshot snapshot)
    {
        var found = new List<ProductId>();
        var token = new StringBuilder();
        foreach (var sign in $"{question} ")
        {
            if (!char.IsWhiteSpace(sign) && sign is not (',' or '?' or '!' or ';' or '"' or '(' or ')') && !PlainText.IsHan(sign))
            {
                token.Append(sign);
                continue;
            }

            var text = token.ToString().TrimEnd('.', ':');

            // Digits alone are too often a price or a number of pieces.
            if (text.Length is > 2 and <= MaxIdLength && !text.All(char.IsAsciiDigit)
                && ProductId.TryParse(text, out var id) && snapshot.Find(id) is not null && !found.Contains(id))
            {
                found.Add(id);
            }

            token.Clear();
        }

        return found;
    }

    /// <summary>The products whose titles the question holds for the most part; of several that share the same words, the fullest first.</summary>
    /// <param name="hits">What was found for it, best first.</param>
    /// <param name="words">The words of the question.</param>
    /// <param name="snapshot">The catalogue.</param>
    /// <param name="index">Tells how rare words are.</param>
    public static List<ProductId> ByTitle(
        IReadOnlyList<ProductHit> hits, IReadOnlySet<string> words, CatalogueSnapshot snapshot, CatalogueIndex index)
    {
        var named = new List<(ProductId Product, double Share, string[] Words)>();
        foreach (var hit in hits.Take(MaxLooked))
        {
            if (snapshot.Find(hit.Product) is { } product && Titled(product, words, index) is { Share: >= Named } title)
            {
                named.Add((hit.Product, title.Share, title.Held));
            }
        }

        named.Sort((left, right) => right.Share.CompareTo(left.Share) is var order and not 0 ? order : left.Product.CompareTo(right.Product));

        // A title whose held words another title holds as well, and more, is not meant by itself.
        var kept = new List<ProductId>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (product, share, held) in named)
        {
            if (kept.Count == 0 || Array.Exists(held, word => !taken.Contains(word) && index.Rarity(word) > 2))
            {
                kept.Add(product);
                taken.UnionWith(held);
            }
        }

        if (kept.Count == 0 && hits.Count > 0 && (hits.Count == 1 || hits[0].Score > Lead * hits[1].Score))
        {
            kept.Add(hits[0].Product);
        }

        return kept;
    }

    private static (double Share, string[] Held) Titled(Product product, IReadOnlySet<string> words, CatalogueIndex index)
    {
        var (held, all) = (0.0, 0.0);
        var own = new List<string>();
        foreach (var word in Words.TextsOf(product.Title.AsSpan(0, Math.Min(product.Title.Length, 400))).Distinct(StringComparer.Ordinal))
        {
            var rarity = index.Rarity(word);
            all += rarity;
            if (words.Contains(word))
            {
                held += rarity;
                own.Add(word);
            }
        }

        return (own.Count < 2 && own.Count < words.Count ? 0 : held / Math.Max(all, 1e-9), [.. own]);
    }
}
