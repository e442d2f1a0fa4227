using BundleFunctions.Numerics.Dense;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.KernelRidge;

/// <summary>Scores by rows that are like the query: <c>score(q) = sum over rows r of (v_q . v_r) a_r</c>.</summary>
/// <param name="fingerprint">The options that it was made with.</param>
/// <param name="vectors">Makes vectors of queries that are no row.</param>
/// <param name="rows">The vectors of all rows.</param>
/// <param name="speakers">Rows that speak, ascending.</param>
/// <param name="answers">Speakers x items: what each says.</param>
internal sealed class KernelRidgeModel(string fingerprint, RowVectors vectors, SparseMatrix rows, int[] speakers, DenseMatrix answers) : IRecommender
{
    private const int Tile = 64;

    private readonly SparseMatrix _postings = rows.TakeRows(speakers).Transpose();

    public int Items => answers.Columns;

    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        scores[..(queries.Length * Items)].Clear();
        var likeness = new float[queries.Length * speakers.Length];
        for (var q = 0; q < queries.Length; q++)
        {
            Compare(queries[q], likeness.AsSpan(q * speakers.Length, speakers.Length));
        }

        // A few speakers for all queries, then the next few: what they say is read from memory once. Each sum is in their order all the same.
        for (var first = 0; first < speakers.Length; first += Tile)
        {
            var last = Math.Min(first + Tile, speakers.Length);
            for (var q = 0; q < queries.Length; q++)
            {
                var row = scores.Slice(q * Items, Items);
                for (var speaker = first; speaker < last; speaker++)
                {
                    if (likeness[(q * speakers.Length) + speaker] is not 0 and var scale)
                    {
                        DenseRow.AddScaled(row, answers.Row(speaker), scale);
                    }
                }
            }
        }
    }

    public ModelArrays Save() => new ModelArrays(KernelRidgeTrainer.ModelName, fingerprint)
        .Add("items", vectors.Items).Add("rows", rows).Add("speakers", speakers).Add("answers", answers.Values);

    private void Compare(Query query, Span<float> likeness)
    {
        if (query.Row >= 0 && query.Row < rows.Rows)
        {
            Add(rows.ColumnsOf(query.Row), rows.ValuesOf(query.Row), likeness);
            return;
        }

        var (places, values) = vectors.Of(query.Items, [], []);
        Add(places, values, likeness);
    }

    private void Add(ReadOnlySpan<int> places, ReadOnlySpan<float> values, Span<float> likeness)
    {
        for (var i = 0; i < places.Length; i++)
        {
            var who = _postings.ColumnsOf(places[i]);
            var theirs = _postings.ValuesOf(places[i]);
            for (var p = 0; p < who.Length; p++)
            {
                likeness[who[p]] += values[i] * theirs[p];
            }
        }
    }
}
