using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.NextBasket;

/// <summary>One vector over items for each user.</summary>
internal static class UserVectors
{
    /// <summary>Users x items, by adding what <paramref name="add"/> makes of each user's baskets.</summary>
    public static SparseMatrix Of(TrainingData data, Action<ItemVector, int[][]> add)
    {
        var sums = new ItemVector(data.Items);
        var offsets = new int[data.Rows.Rows + 1];
        var columns = new List<int>();
        var values = new List<float>();
        for (var row = 0; row < data.Rows.Rows; row++)
        {
            add(sums, Histories.Of(data, row));
            var (items, weights) = sums.Take();
            columns.AddRange(items);
            values.AddRange(weights);
            offsets[row + 1] = columns.Count;
        }

        return new SparseMatrix(offsets, [.. columns], [.. values], data.Items);
    }
}
