using System.Runtime.CompilerServices;

namespace BundleFunctions.Numerics.Counting;

/// <summary>Rows of items renumbered by how many rows hold them, most first: the counters that are touched most then lie together.
/// Items that too few rows hold are left out, and so are rows that hold fewer than two of the rest.</summary>
internal sealed class RankedRows
{
    /// <summary>Stands behind each row.</summary>
    public const int End = -1;

    private readonly int _length;

    private RankedRows(int[] itemOf, int[] flat, int length) => (ItemOf, Flat, _length) = (itemOf, flat, length);

    /// <summary>The item of each rank.</summary>
    public int[] ItemOf { get; }

    /// <summary>Ranks, ascending within a row, each row with an <see cref="End"/> behind it; what stands behind the last row means nothing.</summary>
    public int[] Flat { get; }

    /// <param name="rows">Sets of items.</param>
    /// <param name="minCount">Rows that must hold an item, 1 or more.</param>
    public static RankedRows Of(IndexSets rows, int minCount)
    {
        var held = new int[rows.Universe];
        foreach (var item in rows.AllMembers)
        {
            held[item]++;
        }

        var itemOf = MostHeldFirst(held, minCount);
        var rankOf = new int[rows.Universe];
        Array.Fill(rankOf, End);
        for (var rank = 0; rank < itemOf.Length; rank++)
        {
            rankOf[itemOf[rank]] = rank;
        }

        var flat = GC.AllocateUninitializedArray<int>(checked(rows.TotalMembers + rows.Count));
        return new RankedRows(itemOf, flat, Flatten(rows, rankOf, flat));
    }

    /// <summary>For each rank the places in <see cref="Flat"/> right behind it, where something stands there: offsets and places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int[] Offsets, int[] Places) Suffixes()
    {
        var offsets = new int[ItemOf.Length + 1];
        for (var i = 0; i + 1 < _length; i++)
        {
            if (Flat[i] != End && Flat[i + 1] != End)
            {
                offsets[Flat[i] + 1]++;
            }
        }

        var next = Accumulate(offsets);
        var places = GC.AllocateUninitializedArray<int>(offsets[^1]);
        for (var i = 0; i + 1 < _length; i++)
        {
            if (Flat[i] != End && Flat[i + 1] != End)
            {
                places[next[Flat[i]]++] = i + 1;
            }
        }

        return (offsets, places);
    }

    /// <summary>For each rank the places in <see cref="Flat"/> where rows that hold it start: offsets and places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int[] Offsets, int[] Places) RowStarts()
    {
        var offsets = new int[ItemOf.Length + 1];
        foreach (var rank in Flat.AsSpan(0, _length))
        {
            if (rank != End)
            {
                offsets[rank + 1]++;
            }
        }

        var next = Accumulate(offsets);
        var places = GC.AllocateUninitializedArray<int>(offsets[^1]);
        var start = 0;
        for (var i = 0; i < _length; i++)
        {
            if (Flat[i] == End)
            {
                start = i + 1;
            }
            else
            {
                places[next[Flat[i]]++] = start;
            }
        }

        return (offsets, places);
    }

    private static int[] MostHeldFirst(int[] held, int minCount)
    {
        // The count's complement above the item: one number whose ascending order is the order wanted.
        var keys = new long[held.Length];
        var kept = 0;
        for (var item = 0; item < held.Length; item++)
        {
            if (held[item] >= minCount)
            {
                keys[kept++] = ((long)(int.MaxValue - held[item]) << 32) | (uint)item;
            }
        }

        Array.Sort(keys, 0, kept);
        var items = new int[kept];
        for (var rank = 0; rank < kept; rank++)
        {
            items[rank] = (int)keys[rank];
        }

        return items;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Flatten(IndexSets rows, int[] rankOf, int[] flat)
    {
        var end = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            var start = end;
            foreach (var item in rows[row])
            {
                if (rankOf[item] != End)
                {
                    flat[end++] = rankOf[item];
                }
            }

            if (end - start < 2)
            {
                end = start;
                continue;
            }

            Sort(flat.AsSpan(start, end - start));
            flat[end++] = End;
        }

        return end;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sort(Span<int> ranks)
    {
        if (ranks.Length > 32)
        {
            ranks.Sort();
            return;
        }

        for (var i = 1; i < ranks.Length; i++)
        {
            var value = ranks[i];
            var place = i;
            for (; place > 0 && ranks[place - 1] > value; place--)
            {
                ranks[place] = ranks[place - 1];
            }

            ranks[place] = value;
        }
    }

    private static int[] Accumulate(int[] offsets)
    {
        for (var i = 1; i < offsets.Length; i++)
        {
            offsets[i] += offsets[i - 1];
        }

        return offsets[..^1];
    }
}
