using BundleFunctions.Numerics.Counting;

namespace BundleFunctions.Numerics.Tests.Counting;

/// <summary>Random sets, as arrays for the oracle and packed for what is tested.</summary>
internal static class RandomRows
{
    public static (int[][] Rows, IndexSets Packed) Make(int rows, int universe, int seed)
    {
        var random = new Random(seed);
        var sets = new int[rows][];
        for (var r = 0; r < rows; r++)
        {
            var density = random.NextDouble();
            sets[r] = [.. Enumerable.Range(0, universe).Where(_ => random.NextDouble() < density)];
        }

        return (sets, Pack(sets, universe));
    }

    public static IndexSets Pack(int[][] rows, int universe)
    {
        var offsets = new int[rows.Length + 1];
        for (var r = 0; r < rows.Length; r++)
        {
            offsets[r + 1] = offsets[r] + rows[r].Length;
        }

        return new IndexSets(offsets, [.. rows.SelectMany(row => row)], universe);
    }
}
