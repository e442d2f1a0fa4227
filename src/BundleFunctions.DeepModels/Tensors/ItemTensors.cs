using BundleFunctions.DeepModels.Text;
using BundleFunctions.Training.Models;

namespace BundleFunctions.DeepModels.Tensors;

/// <summary>What the catalogue says of items, as numbers. Numbers follow the ordinal order of what they stand for.</summary>
internal sealed class ItemTensors
{
    private const int PriceLevels = 10;

    private ItemTensors(int[][] categories, int[][] attributes, int[][] tokens, int[] brand, int[] priceLevel) =>
        (Categories, Attributes, Tokens, Brand, PriceLevel) = (categories, attributes, tokens, brand, priceLevel);

    /// <summary>Each item's categories from the root to the leaf.</summary>
    public int[][] Categories { get; }

    /// <summary>Each item's <c>name=value</c> pairs.</summary>
    public int[][] Attributes { get; }

    /// <summary>Each item's text, 1 and above.</summary>
    public int[][] Tokens { get; }

    /// <summary>Each item's brand; -1 where it has none.</summary>
    public int[] Brand { get; }

    /// <summary>Each item's decile of price, 0..9; -1 where it has none.</summary>
    public int[] PriceLevel { get; }

    /// <param name="vocabulary">Cuts texts; null where they are not wanted.</param>
    public static ItemTensors Of(IReadOnlyList<ItemContent> content, BytePairs? vocabulary)
    {
        var categories = content.Select(item => Levels(item).Distinct(StringComparer.Ordinal).ToArray()).ToArray();
        var attributes = content.Select(item => item.Attributes.Select(pair => $"{pair.Key}={pair.Value}").ToArray()).ToArray();
        var brands = content.Select(item => item.Brand.Length == 0 ? Array.Empty<string>() : [item.Brand]).ToArray();
        return new ItemTensors(
            Numbered(categories),
            Numbered(attributes),
            vocabulary is null ? [] : [.. content.Select(item => vocabulary.Encode(ItemText.Of(item)))],
            Array.ConvertAll(Numbered(brands), brand => brand.Length == 0 ? -1 : brand[0]),
            Deciles(content));
    }

    public void WriteTo(TensorFolder folder)
    {
        Add(folder, "item_categories", Categories);
        Add(folder, "item_attributes", Attributes);
        folder.Add("item_brand", Brand);
        folder.Add("item_price_level", PriceLevel);
        if (Tokens.Length > 0)
        {
            Add(folder, "item_tokens", Tokens);
        }
    }

    private static void Add(TensorFolder folder, string name, int[][] lists)
    {
        var offsets = new long[lists.Length + 1];
        for (var i = 0; i < lists.Length; i++)
        {
            offsets[i + 1] = offsets[i] + lists[i].Length;
        }

        folder.Add($"{name}_offsets", offsets);
        folder.Add<int>(name, [.. lists.SelectMany(list => list)]);
    }

    // A level is named by the whole path to it: two shelves of one name in different departments differ.
    private static IEnumerable<string> Levels(ItemContent item)
    {
        foreach (var category in item.Categories)
        {
            var path = string.Empty;
            foreach (var level in category.Split(['/', '>'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                path = $"{path}/{level}";
                yield return path;
            }
        }
    }

    private static int[][] Numbered(string[][] lists)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in lists.SelectMany(list => list).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            numbers.Add(name, numbers.Count);
        }

        return Array.ConvertAll(lists, list => Array.ConvertAll(list, name => numbers[name]));
    }

    private static int[] Deciles(IReadOnlyList<ItemContent> content)
    {
        double[] sorted = [.. content.Select(item => item.Price).OfType<double>().Order()];
        return
        [
            .. content.Select(item =>
            {
                if (item.Price is not { } price)
                {
                    return -1;
                }

                // Equal prices are of one decile: that of the first of them.
                var first = Array.BinarySearch(sorted, price);
                while (first > 0 && sorted[first - 1] >= price)
                {
                    first--;
                }

                return (int)((long)first * PriceLevels / sorted.Length);
            }),
        ];
    }
}
