using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Tests.Models.Linear;

/// <summary>Whole bundles for a user by the single items that the user bought: <c>sum over items of u_i b_i</c>, each value 1 over the square roots of its
/// row's and its column's size.</summary>
/// <param name="bought">Users x items; a query's row is its user.</param>
/// <param name="holders">Items x bundles.</param>
internal sealed class ContentsMatch(SparseMatrix bought, SparseMatrix holders) : IRecommender
{
    public int Items => holders.Columns;

    /// <summary>Each value over the square roots of its row's and its column's sum.</summary>
    public static SparseMatrix Normalised(SparseMatrix counts)
    {
        var columns = counts.ColumnSums(value => value);
        var values = new float[counts.NonZeros];
        for (var row = 0; row < counts.Rows; row++)
        {
            for (var i = counts.Offsets[row]; i < counts.Offsets[row + 1]; i++)
            {
                values[i] = (float)(counts.AllValues[i] / Math.Sqrt((counts.Offsets[row + 1] - counts.Offsets[row]) * columns[counts.AllColumns[i]]));
            }
        }

        return new SparseMatrix(counts.Offsets.ToArray(), counts.AllColumns.ToArray(), values, counts.Columns);
    }

    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        scores[..(queries.Length * Items)].Clear();
        for (var q = 0; q < queries.Length; q++)
        {
            var row = scores.Slice(q * Items, Items);
            var items = bought.ColumnsOf(queries[q].Row);
            var values = bought.ValuesOf(queries[q].Row);
            for (var i = 0; i < items.Length; i++)
            {
                var bundles = holders.ColumnsOf(items[i]);
                var shares = holders.ValuesOf(items[i]);
                for (var b = 0; b < bundles.Length; b++)
                {
                    row[bundles[b]] += values[i] * shares[b];
                }
            }
        }
    }

    public ModelArrays Save() => throw new NotSupportedException();
}
