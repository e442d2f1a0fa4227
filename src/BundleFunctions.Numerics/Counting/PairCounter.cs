namespace BundleFunctions.Numerics.Counting;

/// <summary>Counts, for one anchor at a time, how many rows hold it together with each other item. Exact; 8 bytes an item.
/// Not thread-safe: one a thread.</summary>
/// <param name="rows">Sets of items.</param>
/// <param name="postings">The transpose of <paramref name="rows"/>.</param>
public sealed class PairCounter(IndexSets rows, IndexSets postings)
{
    private readonly int[] _together = new int[rows.Universe];
    private readonly int[] _touched = new int[rows.Universe];
    private int _touchedCount;

    /// <summary>Items that share a row with the anchor last counted, in no promised order, without the anchor.</summary>
    public ReadOnlySpan<int> Touched => _touched.AsSpan(0, _touchedCount);

    /// <summary>Rows that hold both the anchor last counted and this item.</summary>
    public int Together(int item) => _together[item];

    /// <summary>Counts for another anchor; what was counted before is forgotten.</summary>
    public void Count(int anchor)
    {
        foreach (var item in Touched)
        {
            _together[item] = 0;
        }

        var touched = 0;
        foreach (var row in postings[anchor])
        {
            foreach (var item in rows[row])
            {
                if (item != anchor && _together[item]++ == 0)
                {
                    _touched[touched++] = item;
                }
            }
        }

        _touchedCount = touched;
    }
}
