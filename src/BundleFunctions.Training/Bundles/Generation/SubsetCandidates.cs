namespace BundleFunctions.Training.Bundles.Generation;

/// <summary>Which sets of a session's items are looked at.</summary>
internal static class SubsetCandidates
{
    /// <summary>Sessions up to this size are looked at in full: 2^10 sets.</summary>
    private const int Exhaustive = 10;

    /// <summary>Most items of a session; what comes after is left out.</summary>
    public const int MaxItems = 31;

    /// <summary>Every set of two or more items in ascending order of masks; of a longer session the whole, the whole less one, every pair,
    /// and what agglomeration by mean linkage meets on its way.</summary>
    public static IReadOnlyList<uint> Of(double[,] pairs, int items)
    {
        var whole = items == 0 ? 0u : uint.MaxValue >> (32 - items);
        if (items <= Exhaustive)
        {
            var all = new List<uint>();
            for (var mask = 3u; mask <= whole; mask++)
            {
                if ((mask & (mask - 1)) != 0)
                {
                    all.Add(mask);
                }
            }

            return all;
        }

        var found = new SortedSet<uint> { whole };
        for (var i = 0; i < items; i++)
        {
            found.Add(whole & ~(1u << i));
            for (var j = 0; j < i; j++)
            {
                found.Add(1u << i | 1u << j);
            }
        }

        Agglomerate(pairs, items, found);
        return [.. found];
    }

    // Sokal and Michener 1958: the two clusters with the highest mean pair become one, until one is left.
    private static void Agglomerate(double[,] pairs, int items, SortedSet<uint> found)
    {
        var clusters = Enumerable.Range(0, items).Select(i => 1u << i).ToList();
        while (clusters.Count > 1)
        {
            var (first, second, best) = (0, 1, double.NegativeInfinity);
            for (var a = 0; a < clusters.Count; a++)
            {
                for (var b = a + 1; b < clusters.Count; b++)
                {
                    var mean = MeanBetween(pairs, items, clusters[a], clusters[b]);
                    if (mean > best)
                    {
                        (first, second, best) = (a, b, mean);
                    }
                }
            }

            clusters[first] |= clusters[second];
            clusters.RemoveAt(second);
            found.Add(clusters[first]);
        }
    }

    private static double MeanBetween(double[,] pairs, int items, uint one, uint other)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < items; i++)
        {
            for (var j = 0; j < items; j++)
            {
                if ((one >> i & 1) != 0 && (other >> j & 1) != 0)
                {
                    sum += pairs[i, j];
                    count++;
                }
            }
        }

        return sum / count;
    }
}
