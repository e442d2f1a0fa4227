using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>What a factorisation machine sees of each item: the item itself (feature number = item number, value 1, where a row holds it), then
/// its categories at every level, its brand and its price level, together of length 1.</summary>
internal static class ItemFeatures
{
    private static readonly char[] LevelMarks = ['/', '>'];

    /// <returns>Items x features. An item that no row holds is known by its content alone: nothing could be learned of itself.</returns>
    public static SparseMatrix Of(TrainingData data, int priceLevels)
    {
        var seen = new bool[data.Items];
        foreach (var item in data.Rows.AllColumns)
        {
            seen[item] = true;
        }

        var names = NamesOf(data, priceLevels);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names.SelectMany(own => own).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            numbers.Add(name, data.Items + numbers.Count);
        }

        var offsets = new int[data.Items + 1];
        var (columns, values) = (new List<int>(), new List<float>());
        for (var item = 0; item < data.Items; item++)
        {
            if (seen[item])
            {
                columns.Add(item);
                values.Add(1);
            }

            var length = (float)Math.Sqrt(names[item].Count);
            columns.AddRange(names[item].Select(name => numbers[name]).Order());
            values.AddRange(names[item].Select(_ => 1 / length));
            offsets[item + 1] = columns.Count;
        }

        return new SparseMatrix(offsets, [.. columns], [.. values], data.Items + numbers.Count);
    }

    private static HashSet<string>[] NamesOf(TrainingData data, int priceLevels)
    {
        double[] prices = [.. data.Content.Where(content => content.Price is not null).Select(content => content.Price!.Value).Order()];
        return [.. Enumerable.Range(0, data.Items).Select(item =>
            item < data.Content.Count ? NamesOf(data.Content[item], prices, priceLevels) : [])];
    }

    private static HashSet<string> NamesOf(ItemContent content, double[] prices, int priceLevels)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in content.Categories)
        {
            var prefix = "category";
            foreach (var level in path.Split(LevelMarks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                prefix = $"{prefix}/{level}";
                names.Add(prefix);
            }
        }

        if (content.Brand.Length > 0)
        {
            names.Add($"brand/{content.Brand}");
        }

        if (content.Price is { } price)
        {
            // Equal prices share the place of the first of them, and so a level.
            var place = FirstAtLeast(prices, price);
            names.Add($"price/{(long)place * priceLevels / prices.Length}");
        }

        return names;
    }

    private static int FirstAtLeast(double[] ascending, double value)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ascending[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
