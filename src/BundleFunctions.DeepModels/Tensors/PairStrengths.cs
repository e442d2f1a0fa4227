using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.DeepModels.Tensors;

/// <summary>How strongly two items are associated in rows: <c>S_ij = n_ij / sqrt(n_i n_j)</c>, where each row counts <c>1 / (items - 1)</c> for each
/// of its pairs, so that a large order says no more than a small one.</summary>
internal sealed class PairStrengths
{
    // A row of more items is a wholesaler's: it names thousands of pairs, none of which means anything.
    private const int MostItems = 60;

    private PairStrengths(int[] left, int[] right, float[] strength) => (Left, Right, Strength) = (left, right, strength);

    public int[] Left { get; }

    public int[] Right { get; }

    public float[] Strength { get; }

    /// <summary>Both directions of every pair that some row holds, ordered by left, then right.</summary>
    public static PairStrengths Of(SparseMatrix rows)
    {
        var counts = new double[rows.Columns];
        var pairs = new Dictionary<long, double>();
        for (var row = 0; row < rows.Rows; row++)
        {
            var items = rows.ColumnsOf(row);
            if (items.Length is < 2 or > MostItems)
            {
                continue;
            }

            for (var i = 0; i < items.Length; i++)
            {
                counts[items[i]] += 1;
                for (var j = i + 1; j < items.Length; j++)
                {
                    var key = ((long)items[i] << 32) | (uint)items[j];
                    pairs[key] = pairs.GetValueOrDefault(key) + (1.0 / (items.Length - 1));
                }
            }
        }

        var both = pairs.SelectMany(pair => new[] { pair, new KeyValuePair<long, double>((pair.Key << 32) | (uint)(pair.Key >> 32), pair.Value) })
            .OrderBy(pair => pair.Key).ToArray();
        int[] left = [.. both.Select(pair => (int)(pair.Key >> 32))];
        int[] right = [.. both.Select(pair => (int)(uint)pair.Key)];
        return new PairStrengths(left, right, [.. both.Select((pair, i) => (float)(pair.Value / Math.Sqrt(counts[left[i]] * counts[right[i]])))]);
    }

    public void WriteTo(TensorFolder folder)
    {
        folder.Add("pair_left", Left);
        folder.Add("pair_right", Right);
        folder.Add("pair_strength", Strength);
    }
}
