using System.Text.RegularExpressions;
using BundleFunctions.Assistant.Retrieval;

namespace BundleFunctions.Assistant.Understanding;

/// <summary>Finds what is compared where the whole question names no two products: the best product for each part of it.</summary>
internal static partial class ComparedProducts
{
    private const int MaxParts = 6;

    /// <param name="question">In lower case and plain signs.</param>
    /// <param name="vocabulary">The shop's words.</param>
    /// <param name="index">The catalogue's index.</param>
    public static IReadOnlyList<ProductId> Find(string question, Vocabulary vocabulary, CatalogueIndex index)
    {
        var maker = new QueryMaker(vocabulary, index);
        var found = new List<ProductId>();
        foreach (var part in Joint().Split(question).Take(MaxParts))
        {
            if (maker.Make(part).Units is { Count: > 0 } units
                && index.Search(units, 8).Select(hit => hit.Product).FirstOrDefault(product => !found.Contains(product)) is { Value.Length: > 0 } product)
            {
                found.Add(product);
            }
        }

        return found;
    }

    [GeneratedRegex(@"\b(?:vs|versus|or|and|with|to)\b|[,:;/]|和|与|跟|还是|或", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Joint();
}
