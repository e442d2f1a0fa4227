using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Bundles.Generation;

/// <summary>What titles and categories say of two items: the columns by which a pair is judged.</summary>
public sealed class PairFeatures
{
    private readonly TextVectors _titles;
    private readonly TextVectors _all;
    private readonly string[][]?[] _paths;
    private readonly string[] _brands;

    /// <param name="content">By item; an item without title and categories is one of which nothing is known.</param>
    public PairFeatures(IReadOnlyList<ItemContent> content)
    {
        _paths = [.. content.Select(item => item.Title.Length == 0 && item.Categories.Count == 0 ? null
            : item.Categories.Select(Words.Levels).Where(levels => levels.Length > 0).ToArray())];
        var titles = content.Select(item => Words.Of(item.Title)).ToArray();
        _titles = new TextVectors([.. titles.Select((words, i) => _paths[i] is null ? null : words)]);
        _all = new TextVectors([.. titles.Select((words, i) => _paths[i] is null ? null
            : words.Concat(_paths[i]!.SelectMany(levels => levels.Select(level => $"category {level}"))).ToArray())]);
        _brands = [.. content.Select((item, i) => item.Brand.Length > 0 ? item.Brand : titles[i].FirstOrDefault(string.Empty))];
    }

    /// <summary>Whether anything is known of an item.</summary>
    public bool Knows(int item) => _paths[item] is not null;

    /// <summary>Cosine of titles and categories, 0..1; null where nothing is known of one of the two.</summary>
    public double? Cosine(int one, int other) => _all.Cosine(one, other);

    /// <summary>Seven columns: cosine of titles and categories; cosine of titles; one leaf category, one category of the first two
    /// levels, one of the first three (0 or 1); one brand, or first word of the title where there is none (0 or 1); levels of the
    /// longest common category path, in fifths. Null where nothing is known of one of the two.</summary>
    public double[]? Of(int one, int other)
    {
        if (_paths[one] is not { } a || _paths[other] is not { } b)
        {
            return null;
        }

        var (leaf, shared, second, third) = (false, 0, false, false);
        foreach (var path in a)
        {
            foreach (var theirs in b)
            {
                var common = CommonLevels(path, theirs);
                shared = Math.Max(shared, common);
                leaf |= string.Equals(path[^1], theirs[^1], StringComparison.Ordinal);
                second |= common >= Math.Min(2, Math.Max(path.Length, theirs.Length));
                third |= common >= Math.Min(3, Math.Max(path.Length, theirs.Length));
            }
        }

        return
        [
            _all.Cosine(one, other)!.Value,
            _titles.Cosine(one, other)!.Value,
            leaf ? 1 : 0,
            second ? 1 : 0,
            third ? 1 : 0,
            string.Equals(_brands[one], _brands[other], StringComparison.OrdinalIgnoreCase) ? 1 : 0,
            shared / 5.0,
        ];
    }

    private static int CommonLevels(string[] one, string[] other)
    {
        var common = 0;
        while (common < one.Length && common < other.Length && string.Equals(one[common], other[common], StringComparison.Ordinal))
        {
            common++;
        }

        return common;
    }
}
