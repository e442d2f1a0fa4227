using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Evaluation.Splits;

/// <summary>One item of each row hidden. Which one hangs on the row's own items and the seed alone: not on how many other rows there
/// are, nor on where it stands among them.</summary>
/// <param name="Remaining">The rows without what is hidden, in the same order.</param>
/// <param name="Hidden">The hidden item of each row; -1 where the row has fewer than two.</param>
public sealed record LeaveOneOut(SparseMatrix Remaining, int[] Hidden)
{
    public static LeaveOneOut Of(SparseMatrix rows, ulong seed)
    {
        var hidden = new int[rows.Rows];
        var offsets = new int[rows.Rows + 1];
        var columns = new List<int>(rows.NonZeros);
        var values = new List<float>(rows.NonZeros);
        for (var row = 0; row < rows.Rows; row++)
        {
            var items = rows.ColumnsOf(row);
            var strengths = rows.ValuesOf(row);
            hidden[row] = items.Length < 2 ? -1 : items[PlaceOf(items, seed)];
            for (var i = 0; i < items.Length; i++)
            {
                if (items[i] != hidden[row])
                {
                    columns.Add(items[i]);
                    values.Add(strengths[i]);
                }
            }

            offsets[row + 1] = columns.Count;
        }

        return new LeaveOneOut(new SparseMatrix(offsets, [.. columns], [.. values], rows.Columns), hidden);
    }

    /// <summary>The place of the item to hide.</summary>
    /// <param name="items">Two or more, ascending.</param>
    internal static int PlaceOf(ReadOnlySpan<int> items, ulong seed)
    {
        var hash = SplitMix64.DeriveSeed(seed, "hide");
        foreach (var item in items)
        {
            hash = unchecked((hash ^ (uint)item) * 0x100000001B3UL);
        }

        return new SeededRandom(hash).NextInt32(items.Length);
    }
}
