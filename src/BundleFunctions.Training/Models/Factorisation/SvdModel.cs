using BundleFunctions.Associations;
using BundleFunctions.Numerics.Dense;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>Scores by products of item factors: the sum of the query's, times each item's.</summary>
/// <param name="name">The kind of model that learned the factors.</param>
/// <param name="fingerprint">Its options.</param>
/// <param name="factors">Items x directions.</param>
public sealed class SvdModel(string name, string fingerprint, DenseMatrix factors) : IRecommender
{
    private const string ShapeArray = "factors.shape";
    private const string FactorsArray = "factors";

    public int Items => factors.Rows;

    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        var sum = new float[factors.Columns];
        for (var q = 0; q < queries.Length; q++)
        {
            Project(queries[q], sum);
            var row = scores.Slice(q * Items, Items);
            for (var item = 0; item < row.Length; item++)
            {
                row[item] = VectorDot.Of(sum, factors.Row(item));
            }
        }
    }

    public ModelArrays Save() => new ModelArrays(name, fingerprint)
        .Add(ShapeArray, new[] { factors.Rows, factors.Columns })
        .Add(FactorsArray, factors.Values);

    /// <summary>The model of which these arrays were saved.</summary>
    /// <exception cref="InvalidModelException">They are another model's, or damaged.</exception>
    public static SvdModel Load(string name, ModelArrays arrays)
    {
        arrays.RequireModel(name);
        var (shape, values) = (arrays.Ints(ShapeArray), arrays.Floats(FactorsArray));
        return shape is [>= 0, >= 0] && (long)shape[0] * shape[1] == values.LongLength && values.All(float.IsFinite)
            ? new SvdModel(name, arrays.Fingerprint, new DenseMatrix(shape[0], shape[1], values))
            : throw new InvalidModelException($"Model '{name}' has {values.LongLength} factors; expected finite ones for the shape {string.Join(" x ", shape)}.");
    }

    private void Project(Query query, Span<float> sum)
    {
        sum.Clear();
        for (var i = 0; i < query.Items.Length; i++)
        {
            var weight = query.WeightOf(i);
            var row = factors.Row(query.Items[i]);
            for (var j = 0; j < sum.Length; j++)
            {
                sum[j] += weight * row[j];
            }
        }
    }
}
