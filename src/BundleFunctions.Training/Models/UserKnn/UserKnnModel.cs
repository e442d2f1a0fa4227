using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.UserKnn;

/// <summary>The rows that it learned from, ready to be compared with.</summary>
internal sealed class UserKnnModel(string name, SparseMatrix rows, UserKnnOptions options) : IRecommender
{
    /// <summary>The name of the rows in a model's arrays.</summary>
    public const string RowsName = "rows";

    private readonly RowSimilarity _similarity = new(rows, options);

    public int Items => rows.Columns;

    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        scores[..(queries.Length * Items)].Clear();
        var dots = new double[rows.Rows];
        var touched = new List<int>();
        var capacity = Math.Clamp(options.Rows, 1, Math.Max(rows.Rows, 1));
        var top = new TopScores(capacity);
        var (nearest, similarities) = (new int[capacity], new float[capacity]);
        for (var q = 0; q < queries.Length; q++)
        {
            _similarity.Collect(queries[q], dots, touched, top);
            var kept = top.Take(nearest, similarities);
            Sum(nearest.AsSpan(0, kept), similarities, scores.Slice(q * Items, Items));
        }
    }

    public ModelArrays Save() => new ModelArrays(name, options.Fingerprint).Add(RowsName, rows);

    private void Sum(ReadOnlySpan<int> nearest, ReadOnlySpan<float> similarities, Span<float> scores)
    {
        var total = 0f;
        for (var n = 0; n < nearest.Length; n++)
        {
            total += similarities[n];
            var columns = rows.ColumnsOf(nearest[n]);
            var values = rows.ValuesOf(nearest[n]);
            for (var i = 0; i < columns.Length; i++)
            {
                scores[columns[i]] += similarities[n] * values[i];
            }
        }

        if (options.Normalize && total > 0)
        {
            foreach (ref var score in scores)
            {
                score /= total;
            }
        }
    }
}
