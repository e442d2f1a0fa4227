using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.Linear;

/// <summary>Words of titles, categories and brands as rows over items: EASE with side information stacked below the orders (Jeunen, Van
/// Balen, Goethals, Closed-form models for collaborative filtering with side-information, 2020).</summary>
internal static class SharedWords
{
    // A word that more items share says little, and costs its square.
    private const int MostItems = 1000;

    /// <summary>A row for each word that two items or more share, in ordinal order, with values sqrt(ln(items / holders)).</summary>
    public static SparseMatrix Rows(IReadOnlyList<ItemContent> content)
    {
        var holders = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var item = 0; item < content.Count; item++)
        {
            foreach (var word in Words(content[item]))
            {
                if (!holders.TryGetValue(word, out var list))
                {
                    holders.Add(word, list = []);
                }

                list.Add(item);
            }
        }

        var (offsets, columns, values) = (new List<int> { 0 }, new List<int>(), new List<float>());
        foreach (var list in holders.Values.Where(list => list.Count is > 1 and <= MostItems && list.Count < content.Count))
        {
            columns.AddRange(list);
            values.AddRange(Enumerable.Repeat((float)Math.Sqrt(StableMath.Log((double)content.Count / list.Count)), list.Count));
            offsets.Add(columns.Count);
        }

        return new SparseMatrix([.. offsets], [.. columns], [.. values], content.Count);
    }

    private static SortedSet<string> Words(ItemContent content)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var word in Split(content.Title))
        {
            words.Add($"t:{word}");
        }

        foreach (var category in content.Categories)
        {
            words.Add($"c:{category.ToUpperInvariant()}");
        }

        if (content.Brand.Length > 0)
        {
            words.Add($"b:{content.Brand.ToUpperInvariant()}");
        }

        return words;
    }

    private static IEnumerable<string> Split(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                yield return text[start..i].ToUpperInvariant();
                start = -1;
            }
        }
    }
}
