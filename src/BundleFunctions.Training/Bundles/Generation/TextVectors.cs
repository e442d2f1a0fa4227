namespace BundleFunctions.Training.Bundles.Generation;

/// <summary>Unit vectors of words: (1 + ln count) ln((1 + n) / (1 + df)), so that their dot product is the cosine. Salton and Buckley 1988.</summary>
internal sealed class TextVectors
{
    private readonly (int Word, double Weight)[]?[] _rows;

    /// <param name="texts">The words of each item; null where nothing is known of it.</param>
    public TextVectors(IReadOnlyList<IReadOnlyList<string>?> texts)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var counts = new SortedDictionary<int, int>?[texts.Count];
        for (var item = 0; item < texts.Count; item++)
        {
            if (texts[item] is { } words)
            {
                counts[item] = [];
                foreach (var word in words)
                {
                    if (!numbers.TryGetValue(word, out var number))
                    {
                        numbers.Add(word, number = numbers.Count);
                    }

                    counts[item]![number] = counts[item]!.GetValueOrDefault(number) + 1;
                }
            }
        }

        var documents = counts.Count(count => count is not null);
        var frequency = new int[numbers.Count];
        foreach (var word in counts.SelectMany(count => count?.Keys.ToArray() ?? []))
        {
            frequency[word]++;
        }

        _rows = Array.ConvertAll(counts, count => count is null ? null : Unit(count, frequency, documents));
    }

    /// <summary>Cosine of two items' texts, 0..1; null where one of them has none.</summary>
    public double? Cosine(int one, int other)
    {
        if (_rows[one] is not { } a || _rows[other] is not { } b)
        {
            return null;
        }

        var (sum, i, j) = (0.0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i].Word == b[j].Word)
            {
                sum += a[i++].Weight * b[j++].Weight;
            }
            else if (a[i].Word < b[j].Word)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return sum;
    }

    private static (int Word, double Weight)[] Unit(SortedDictionary<int, int> counts, int[] frequency, int documents)
    {
        var row = counts.Select(pair => (
            pair.Key, Weight: (1 + Math.Log(pair.Value)) * Math.Log((1.0 + documents) / (1 + frequency[pair.Key])))).ToArray();
        var length = Math.Sqrt(row.Sum(entry => entry.Weight * entry.Weight));
        return Array.ConvertAll(row, entry => (entry.Key, length > 0 ? entry.Weight / length : 0));
    }
}
