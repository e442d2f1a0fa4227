using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Content;

/// <summary>Ranks items by how alike their content is to the query's items. It needs nobody to have bought them.</summary>
/// <remarks>
/// <code>score(q, j) = sum over i in q of w_i / sum w  *  sum over fields f of weight_f  question_f(i) . answer_f(j)</code>
/// </remarks>
public sealed class ContentModel : IRecommender
{
    internal const string ModelName = "content";

    private readonly string _fingerprint;
    private readonly SparseMatrix _questions;
    private readonly SparseMatrix _answers;
    private readonly SparseMatrix _postings;

    /// <param name="fingerprint">The options that it was made with.</param>
    /// <param name="questions">Items x terms of all fields, with the fields' weights.</param>
    /// <param name="answers">Items x the same terms, without them.</param>
    internal ContentModel(string fingerprint, SparseMatrix questions, SparseMatrix answers) =>
        (_fingerprint, _questions, _answers, _postings) = (fingerprint, questions, answers, answers.Transpose());

    /// <inheritdoc/>
    public int Items => _questions.Rows;

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        scores[..(queries.Length * Items)].Clear();
        var terms = new float[_questions.Columns];
        var touched = new List<int>();
        for (var q = 0; q < queries.Length; q++)
        {
            AddQuestion(queries[q], terms, touched);
            var row = scores.Slice(q * Items, Items);
            touched.Sort();
            foreach (var term in touched)
            {
                var who = _postings.ColumnsOf(term);
                var values = _postings.ValuesOf(term);
                for (var p = 0; p < who.Length; p++)
                {
                    row[who[p]] += terms[term] * values[p];
                }

                terms[term] = 0;
            }

            touched.Clear();
        }
    }

    /// <inheritdoc/>
    public ModelArrays Save() => new ModelArrays(ModelName, _fingerprint).Add("questions", _questions).Add("answers", _answers);

    private void AddQuestion(Query query, float[] terms, List<int> touched)
    {
        var total = 0f;
        for (var i = 0; i < query.Items.Length; i++)
        {
            total += query.WeightOf(i);
        }

        for (var i = 0; i < query.Items.Length; i++)
        {
            var held = _questions.ColumnsOf(query.Items[i]);
            var values = _questions.ValuesOf(query.Items[i]);
            for (var t = 0; t < held.Length; t++)
            {
                if (terms[held[t]] == 0)
                {
                    touched.Add(held[t]);
                }

                terms[held[t]] += query.WeightOf(i) / total * values[t];
            }
        }
    }
}
