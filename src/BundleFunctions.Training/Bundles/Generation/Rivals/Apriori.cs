namespace BundleFunctions.Training.Bundles.Generation.Rivals;

/// <summary>Bundles the maximal frequent item sets of the training sessions that a session holds. Agrawal and Srikant 1994.</summary>
public sealed class Apriori : ISessionBundler
{
    private readonly List<int[]> _frequent = [];

    /// <param name="sessions">Sessions to mine.</param>
    /// <param name="least">Sessions that must hold a set, 1 or more.</param>
    /// <param name="maxSize">Largest set.</param>
    public Apriori(IReadOnlyList<LabelledSession> sessions, int least = 2, int maxSize = 6)
    {
        var rows = sessions.Select(session => session.Items.ToHashSet()).ToArray();
        var counts = new SortedDictionary<int, int>();
        foreach (var item in rows.SelectMany(row => row))
        {
            counts[item] = counts.GetValueOrDefault(item) + 1;
        }

        int[] single = [.. counts.Where(pair => pair.Value >= least).Select(pair => pair.Key)];
        List<int[]> level = [.. single.Select(item => new[] { item })];
        for (var size = 2; size <= maxSize && level.Count > 0; size++)
        {
            // Two sets that differ in their last item make one of the next size.
            level = [.. level.SelectMany((one, i) => level.Skip(i + 1)
                    .TakeWhile(other => one.AsSpan(0, one.Length - 1).SequenceEqual(other.AsSpan(0, one.Length - 1)))
                    .Select(other => new List<int>(one) { other[^1] }.ToArray()))
                .Where(set => rows.Count(row => Array.TrueForAll(set, row.Contains)) >= least)];
            _frequent.AddRange(level);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<int[]> Generate(IReadOnlyList<int> session)
    {
        var items = session.ToHashSet();
        var held = _frequent.Where(set => Array.TrueForAll(set, items.Contains)).OrderByDescending(set => set.Length).ToArray();
        var maximal = new List<int[]>();
        foreach (var set in held)
        {
            if (!maximal.Exists(larger => Array.TrueForAll(set, item => Array.BinarySearch(larger, item) >= 0)))
            {
                maximal.Add(set);
            }
        }

        return maximal;
    }
}
