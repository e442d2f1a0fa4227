using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Parts;

/// <summary>Bundles of what somebody has, and bundles like those that somebody has:
/// <c>score(q, j) = (partWeight r_q + itemWeight sum over i in q of w_i c_i) . c_j</c> with c_i and r_q the parts of item i and those that the query's row
/// holds by themselves, rare ones counting more, each of length 1.</summary>
internal sealed class PartsModel(PartsOptions options, SparseMatrix items, SparseMatrix rows) : IRecommender
{
    private readonly SparseMatrix _postings = items.Transpose();

    public int Items => items.Rows;

    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        scores[..(queries.Length * Items)].Clear();
        for (var q = 0; q < queries.Length; q++)
        {
            var row = scores.Slice(q * Items, Items);
            for (var i = 0; options.ItemWeight > 0 && i < queries[q].Items.Length; i++)
            {
                Add(items, queries[q].Items[i], (float)options.ItemWeight * queries[q].WeightOf(i), row);
            }

            if (options.PartWeight > 0 && queries[q].Row >= 0 && queries[q].Row < rows.Rows)
            {
                Add(rows, queries[q].Row, (float)options.PartWeight, row);
            }
        }
    }

    public ModelArrays Save() => new ModelArrays(PartsTrainer.ModelName, options.Fingerprint).Add("items", items).Add("rows", rows);

    private void Add(SparseMatrix from, int row, float weight, Span<float> scores)
    {
        var parts = from.ColumnsOf(row);
        var values = from.ValuesOf(row);
        for (var i = 0; i < parts.Length; i++)
        {
            var who = _postings.ColumnsOf(parts[i]);
            var theirs = _postings.ValuesOf(parts[i]);
            for (var p = 0; p < who.Length; p++)
            {
                scores[who[p]] += weight * values[i] * theirs[p];
            }
        }
    }
}
