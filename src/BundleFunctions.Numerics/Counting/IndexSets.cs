using System.Diagnostics;

namespace BundleFunctions.Numerics.Counting;

/// <summary>Many sets of small integers in two arrays (compressed sparse rows): row r holds <c>items[offsets[r] .. offsets[r+1]]</c>,
/// ascending and distinct.</summary>
public sealed class IndexSets
{
    private readonly int[] _offsets;
    private readonly int[] _items;

    /// <param name="offsets">Count + 1 ascending positions, the first 0, the last <c>items.Length</c>.</param>
    /// <param name="items">Members, each 0..<paramref name="universe"/> - 1.</param>
    /// <param name="universe">How many different members there can be.</param>
    /// <exception cref="ArgumentException">The offsets do not span the items.</exception>
    public IndexSets(int[] offsets, int[] items, int universe)
    {
        if (offsets.Length == 0 || offsets[0] != 0 || offsets[^1] != items.Length)
        {
            throw new ArgumentException($"Offsets must run from 0 to {items.Length}.", nameof(offsets));
        }

        Debug.Assert(items.All(item => item >= 0 && item < universe), "An item lies outside of the universe.");
        (_offsets, _items, Universe) = (offsets, items, universe);
    }

    /// <summary>Number of rows.</summary>
    public int Count => _offsets.Length - 1;

    /// <summary>How many different members there can be.</summary>
    public int Universe { get; }

    /// <summary>Members of all rows together.</summary>
    public int TotalMembers => _items.Length;

    /// <summary>Row starts: <see cref="Count"/> + 1 ascending positions.</summary>
    public ReadOnlySpan<int> Offsets => _offsets;

    /// <summary>The members of all rows, one after the other.</summary>
    public ReadOnlySpan<int> AllMembers => _items;

    public ReadOnlySpan<int> this[int row] => _items.AsSpan(_offsets[row], _offsets[row + 1] - _offsets[row]);

    /// <summary>The posting lists: for each member the rows that hold it, ascending.</summary>
    public IndexSets Transpose()
    {
        var offsets = new int[Universe + 1];
        foreach (var item in _items)
        {
            offsets[item + 1]++;
        }

        for (var i = 0; i < Universe; i++)
        {
            offsets[i + 1] += offsets[i];
        }

        var next = offsets[..^1];
        var rows = new int[_items.Length];
        for (var row = 0; row < Count; row++)
        {
            foreach (var item in this[row])
            {
                rows[next[item]++] = row;
            }
        }

        return new IndexSets(offsets, rows, Count);
    }

    /// <summary>The rows <paramref name="start"/> .. <paramref name="start"/> + <paramref name="count"/> - 1, over the same universe.</summary>
    public IndexSets Slice(int start, int count)
    {
        var from = _offsets[start];
        var offsets = new int[count + 1];
        for (var i = 0; i <= count; i++)
        {
            offsets[i] = _offsets[start + i] - from;
        }

        return new IndexSets(offsets, _items[from.._offsets[start + count]], Universe);
    }
}
