using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BundleFunctions.Numerics.Counting;

/// <summary>Counts every pair of items that enough rows hold. Exact.</summary>
/// <remarks>An item below the least count is in no pair that reaches it and is dropped first. The others are numbered by descending
/// frequency, and rows sorted so: each pair is counted once, with its more frequent item as the anchor, in one row of counters that
/// stays in the nearest cache. Memory: the rows twice more, and 4 bytes an item a thread.</remarks>
public static class FrequentPairs
{
    private const int AnchorsAtOnce = 16;
    private const int Ahead = 12;

    /// <param name="rows">Sets of items.</param>
    /// <param name="minCount">Rows that must hold a pair, 1 or more.</param>
    /// <param name="threads">Threads that may be used, 1 or more; the result is the same for any number.</param>
    /// <returns>All pairs that at least <paramref name="minCount"/> rows hold, in ascending order of their items.</returns>
    public static PairCounts Count(IndexSets rows, int minCount, int threads, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minCount, 1);
        var ranked = RankedRows.Of(rows, minCount);
        var (offsets, places) = ranked.Suffixes();
        var items = ranked.ItemOf.Length;
        var blocks = new List<(long Pair, int Together)>[(items + AnchorsAtOnce - 1) / AnchorsAtOnce];
        Parallel.For(
            0,
            blocks.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            () => new int[items + Vector256<int>.Count],
            (block, _, counters) =>
            {
                blocks[block] = [];
                var last = Math.Min((block + 1) * AnchorsAtOnce, items);
                for (var anchor = block * AnchorsAtOnce; anchor < last; anchor++)
                {
                    Count(ranked, places.AsSpan(offsets[anchor]..offsets[anchor + 1]), anchor, minCount, counters, blocks[block]);
                }

                return counters;
            },
            _ => { });

        return InOrder(blocks);
    }

    private static unsafe void Count(
        RankedRows ranked, ReadOnlySpan<int> places, int anchor, int minCount, int[] counters, List<(long Pair, int Together)> found)
    {
        if (places.Length < minCount)
        {
            return;
        }

        fixed (int* flat = ranked.Flat, count = counters)
        {
            for (var i = 0; i < places.Length; i++)
            {
                if (Sse.IsSupported && i + Ahead < places.Length)
                {
                    Sse.Prefetch0(flat + places[i + Ahead]);
                }

                int rank;
                for (var at = flat + places[i]; (rank = *at) >= 0; at++)
                {
                    count[rank]++;
                }
            }

            // Nothing at or before the anchor was counted. The counters have room for a whole vector behind the last.
            var bar = Vector256.Create(minCount - 1);
            for (var rank = anchor + 1; rank < ranked.ItemOf.Length; rank += Vector256<int>.Count)
            {
                if (Vector256.GreaterThanAny(Vector256.Load(count + rank), bar))
                {
                    for (var lane = rank; lane < rank + Vector256<int>.Count; lane++)
                    {
                        if (count[lane] >= minCount)
                        {
                            found.Add((Pair(ranked.ItemOf[anchor], ranked.ItemOf[lane]), count[lane]));
                        }
                    }
                }

                Vector256<int>.Zero.Store(count + rank);
            }
        }
    }

    private static long Pair(int a, int b) => a < b ? ((long)a << 32) | (uint)b : ((long)b << 32) | (uint)a;

    private static PairCounts InOrder(List<(long Pair, int Together)>[] blocks)
    {
        var total = blocks.Sum(block => block.Count);
        var pairs = new long[total];
        var together = new int[total];
        var place = 0;
        foreach (var (pair, count) in blocks.SelectMany(block => block))
        {
            (pairs[place], together[place++]) = (pair, count);
        }

        Array.Sort(pairs, together);
        return new PairCounts([.. pairs.Select(pair => (int)(pair >> 32))], [.. pairs.Select(pair => (int)pair)], together);
    }
}
