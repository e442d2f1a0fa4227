using BundleFunctions.Associations;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Linear;

/// <summary>Scores by a sum: each item of the query adds its weight for every other item.</summary>
/// <param name="name">The kind of model that learned the weights.</param>
/// <param name="fingerprint">Its options.</param>
/// <param name="weights">Row: the item that is held. Column: the item that is scored. Square.</param>
public sealed class LinearModel(string name, string fingerprint, SparseMatrix weights) : IRecommender
{
    private const string WeightsArray = "weights";

    public int Items => weights.Columns;

    /// <summary>Row: the item that is held. Column: the item that is scored.</summary>
    public SparseMatrix Weights => weights;

    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        scores.Clear();
        for (var i = 0; i < queries.Length; i++)
        {
            Add(queries[i], scores.Slice(i * Items, Items));
        }
    }

    public ModelArrays Save() => new ModelArrays(name, fingerprint).Add(WeightsArray, weights);

    /// <summary>The model of which these arrays were saved.</summary>
    /// <exception cref="InvalidModelException">They are another model's, or damaged.</exception>
    public static LinearModel Load(string name, ModelArrays arrays)
    {
        arrays.RequireModel(name);
        var weights = arrays.Sparse(WeightsArray);
        return weights.Rows == weights.Columns
            ? new LinearModel(name, arrays.Fingerprint, weights)
            : throw new InvalidModelException($"The weights of model '{name}' are {weights.Rows} x {weights.Columns}; expected a square.");
    }

    private void Add(Query query, Span<float> scores)
    {
        for (var i = 0; i < query.Items.Length; i++)
        {
            var held = query.WeightOf(i);
            var columns = weights.ColumnsOf(query.Items[i]);
            var values = weights.ValuesOf(query.Items[i]);
            for (var j = 0; j < columns.Length; j++)
            {
                scores[columns[j]] += held * values[j];
            }
        }
    }
}
