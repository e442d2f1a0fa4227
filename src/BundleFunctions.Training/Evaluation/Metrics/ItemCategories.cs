using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>Categories of items as numbers.</summary>
public sealed class ItemCategories
{
    private readonly int[][] _levels;
    private readonly int[][] _tops;

    /// <param name="content">What the catalogue says of each item.</param>
    public ItemCategories(IReadOnlyList<ItemContent> content)
    {
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        var tops = new Dictionary<string, int>(StringComparer.Ordinal);
        _levels = [.. content.Select(item => Numbers(item.Categories.SelectMany(Levels), levels))];
        _tops = [.. content.Select(item => Numbers(item.Categories.Select(path => Levels(path).FirstOrDefault(string.Empty)).Where(top => top.Length > 0), tops))];
        TopCount = tops.Count;
    }

    /// <summary>Different categories of the first level.</summary>
    public int TopCount { get; }

    /// <summary>Whether any item has a category.</summary>
    public bool AreKnown => TopCount > 0;

    /// <summary>Every level of the item's paths (<c>A</c>, <c>A/B</c>, ...): ascending and distinct.</summary>
    public int[] LevelsOf(int item) => _levels[item];

    /// <summary>The first levels of its paths: ascending and distinct, 0..<see cref="TopCount"/> - 1.</summary>
    public int[] TopsOf(int item) => _tops[item];

    private static IEnumerable<string> Levels(string path)
    {
        var parts = path.Split(['/', '>'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(1, parts.Length).Select(length => string.Join('/', parts.Take(length)));
    }

    private static int[] Numbers(IEnumerable<string> names, Dictionary<string, int> known)
    {
        var numbers = new SortedSet<int>();
        foreach (var name in names)
        {
            known.TryAdd(name, known.Count);
            numbers.Add(known[name]);
        }

        return [.. numbers];
    }
}
