using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.Content;

/// <summary>How often each item's field holds each term; terms are numbered in ordinal order.</summary>
internal static class TermCounts
{
    public static SparseMatrix Of(IReadOnlyList<ItemContent> items, ContentField field) => Of([.. items.Select(item => FieldTerms.Of(item, field))]);

    /// <param name="texts">The terms of each item.</param>
    public static SparseMatrix Of(IReadOnlyList<List<string>> texts)
    {
        var terms = texts.SelectMany(text => text).Distinct(StringComparer.Ordinal).ToArray();
        Array.Sort(terms, StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(terms.Length, StringComparer.Ordinal);
        foreach (var term in terms)
        {
            numbers.Add(term, numbers.Count);
        }

        var offsets = new int[texts.Count + 1];
        var columns = new List<int>();
        var values = new List<float>();
        for (var item = 0; item < texts.Count; item++)
        {
            foreach (var held in texts[item].GroupBy(term => numbers[term]).OrderBy(held => held.Key))
            {
                columns.Add(held.Key);
                values.Add(held.Count());
            }

            offsets[item + 1] = columns.Count;
        }

        return new SparseMatrix(offsets, [.. columns], [.. values], terms.Length);
    }
}
