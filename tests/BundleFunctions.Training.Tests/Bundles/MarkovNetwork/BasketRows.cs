using BundleFunctions.Numerics.Counting;

namespace BundleFunctions.Training.Tests.Bundles.MarkovNetwork;

internal static class BasketRows
{
    /// <summary>Baskets, each ascending and distinct, as sets over so many items.</summary>
    public static IndexSets Of(int[][] rows, int items)
    {
        var offsets = new int[rows.Length + 1];
        for (var row = 0; row < rows.Length; row++)
        {
            offsets[row + 1] = offsets[row] + rows[row].Length;
        }

        return new IndexSets(offsets, [.. rows.SelectMany(row => row)], items);
    }
}
