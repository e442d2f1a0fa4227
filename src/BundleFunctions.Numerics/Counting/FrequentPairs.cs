using System.Runtime.CompilerServices;
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
        var blocks = (items + AnchorsAtOnce - 1) / AnchorsAtOnce;
        var (pairs, together) = (new List<long>[blocks], new List<int>[blocks]);
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            () => new int[items + Vector256<int>.Count],
            (block, _, counters) =>
            {
                (pairs[block], together[block]) = ([], []);
                var last = Math.Min((block + 1) * AnchorsAtOnce, items);
                for (var anchor = block * AnchorsAtOnce; anchor < last; anchor++)
                {
                    var behind = places.AsSpan(offsets[anchor]..offsets[anchor + 1]);
                    if (behind.Length >= minCount)
                    {
                        Count(ranked, behind, counters);
                        Collect(ranked, anchor, minCount, counters, pairs[block], together[block]);
                    }
                }

                return counters;
            },
            _ => { });

        return InOrder(pairs, together);
    }

    // Optimised from the first call: it is over before the runtime would notice how hot it is.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Count(RankedRows ranked, ReadOnlySpan<int> places, int[] counters)
    {
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
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Collect(RankedRows ranked, int anchor, int minCount, int[] counters, List<long> pairs, List<int> together)
    {
        fixed (int* count = counters)
        {
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
                            pairs.Add(Pair(ranked.ItemOf[anchor], ranked.ItemOf[lane]));
                            together.Add(count[lane]);
                        }
                    }
                }

                Vector256<int>.Zero.Store(count + rank);
            }
        }
    }

    private static long Pair(int a, int b) => a < b ? ((long)a << 32) | (uint)b : ((long)b << 32) | (uint)a;

    private static PairCounts InOrder(List<long>[] pairsOf, List<int>[] togetherOf)
    {
        var total = 0;
        foreach (var block in togetherOf)
        {
            total += block.Count;
        }

        var pairs = new long[total];
        var together = new int[total];
        for (var (block, place) = (0, 0); block < pairsOf.Length; place += pairsOf[block++].Count)
        {
            pairsOf[block].CopyTo(pairs, place);
            togetherOf[block].CopyTo(together, place);
        }

        Array.Sort(pairs, together);
        var (first, second) = (new int[total], new int[total]);
        for (var i = 0; i < total; i++)
        {
            (first[i], second[i]) = ((int)(pairs[i] >> 32), (int)pairs[i]);
        }

        return new PairCounts(first, second, together);
    }
}
