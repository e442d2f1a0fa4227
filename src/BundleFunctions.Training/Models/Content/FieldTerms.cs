using System.Globalization;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Training.Models.Content;

/// <summary>The terms of an item's fields.</summary>
internal static class FieldTerms
{
    private static readonly char[] LevelMarks = ['/', '>'];

    public static List<string> Of(ItemContent item, ContentField field) => field switch
    {
        ContentField.Title => Tokeniser.Words(item.Title, stem: true),
        ContentField.TitleGrams => Tokeniser.Grams(item.Title),
        ContentField.Description => Tokeniser.Words(item.Description, stem: true),
        ContentField.CategoryWords => [.. item.Categories.SelectMany(path => Tokeniser.Words(path, stem: true))],
        ContentField.CategoryLevels => [.. item.Categories.Select(Levels).SelectMany(Ancestors)],
        ContentField.CategoryLeaf => [.. item.Categories.Select(Levels).Where(levels => levels.Length > 0).Select(levels => levels[^1])],
        ContentField.Brand => One(item.Brand),
        ContentField.Attributes => [.. item.Attributes.Select(pair => $"{pair.Key}={pair.Value}".ToLowerInvariant())],
        ContentField.Price => PriceLevels(item.Price),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such field."),
    };

    private static string[] Levels(string path) =>
        [.. path.ToLowerInvariant().Split(LevelMarks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static IEnumerable<string> Ancestors(string[] levels) =>
        Enumerable.Range(1, levels.Length).Select(depth => string.Join('/', levels.Take(depth)));

    private static List<string> One(string text) => text.Trim() is { Length: > 0 } trimmed ? [trimmed.ToLowerInvariant()] : [];

    private static List<string> PriceLevels(double? price)
    {
        if (price is not > 0 || !double.IsFinite(price.Value))
        {
            return [];
        }

        var level = (int)Math.Floor(2 * StableMath.Log(price.Value) / StableMath.Log(2));
        return [level.ToString(CultureInfo.InvariantCulture), (level + 1).ToString(CultureInfo.InvariantCulture)];
    }
}
