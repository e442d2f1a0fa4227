namespace BundleFunctions.Numerics.Counting;

/// <summary>Counts, for one anchor at a time, how many rows hold it together with every subset of a few chosen items. Exact.
/// Not thread-safe: one a thread.</summary>
/// <remarks>Each of the anchor's rows becomes a mask of the chosen items that it holds; summing the masks' counts over all
/// supersets (the zeta transform, m 2^(m-1) additions) turns "exactly this subset" into "at least this subset".</remarks>
/// <param name="rows">Sets of items.</param>
/// <param name="postings">The transpose of <paramref name="rows"/>.</param>
public sealed class SubsetCounter(IndexSets rows, IndexSets postings)
{
    /// <summary>Most items that can be chosen: 2^16 counts.</summary>
    public const int MaxChosen = 16;

    private readonly int[] _bits = new int[rows.Universe];
    private int[] _counts = [];

    /// <summary>Counts for another anchor.</summary>
    /// <param name="anchor">The item that all counted rows hold.</param>
    /// <param name="chosen">Distinct items besides the anchor, at most <see cref="MaxChosen"/>.</param>
    /// <returns>2^chosen counts: at mask, the rows that hold the anchor and every chosen item whose bit is set. Valid until the next call.</returns>
    /// <exception cref="ArgumentException">Too many items are chosen.</exception>
    public ReadOnlySpan<int> Count(int anchor, ReadOnlySpan<int> chosen)
    {
        if (chosen.Length > MaxChosen)
        {
            throw new ArgumentException($"{chosen.Length} items are chosen; at most {MaxChosen} can be.", nameof(chosen));
        }

        var size = 1 << chosen.Length;
        if (_counts.Length < size)
        {
            _counts = new int[size];
        }

        var counts = _counts.AsSpan(0, size);
        counts.Clear();
        CountMasks(anchor, chosen, counts);
        for (var bit = 1; bit < size; bit <<= 1)
        {
            for (var mask = 0; mask < size; mask++)
            {
                if ((mask & bit) == 0)
                {
                    counts[mask] += counts[mask | bit];
                }
            }
        }

        return counts;
    }

    private void CountMasks(int anchor, ReadOnlySpan<int> chosen, Span<int> counts)
    {
        for (var i = 0; i < chosen.Length; i++)
        {
            _bits[chosen[i]] = 1 << i;
        }

        foreach (var row in postings[anchor])
        {
            var mask = 0;
            foreach (var item in rows[row])
            {
                mask |= _bits[item];
            }

            counts[mask]++;
        }

        foreach (var item in chosen)
        {
            _bits[item] = 0;
        }
    }
}
