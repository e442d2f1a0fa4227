using BundleFunctions.Associations;
using BundleFunctions.Numerics.Factors;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>A factorisation machine with the features of each item summed up once: a vector as context, a vector and a bias as answer.
/// Without context it ranks by the biases, which are how popular items and their features are.</summary>
public sealed class MachineModel : IRecommender
{
    internal const string Kind = "factorisation-machine";

    private readonly FactorMatrix _contexts;
    private readonly FactorMatrix _items;
    private readonly float[] _biases;
    private readonly FactorMatrix _rows;
    private readonly string _fingerprint;

    internal MachineModel(FactorMatrix contexts, FactorMatrix items, float[] biases, FactorMatrix rows, string fingerprint) =>
        (_contexts, _items, _biases, _rows, _fingerprint) = (contexts, items, biases, rows, fingerprint);

    public int Items => _items.Rows;

    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        var context = new float[_items.Stride];
        for (var i = 0; i < queries.Length; i++)
        {
            var query = queries[i];
            Array.Clear(context);
            for (var n = 0; n < query.Items.Length; n++)
            {
                FactorVectors.AddScaled(ContextScale(query.Items.Length) * query.WeightOf(n), _contexts[query.Items[n]], context);
            }

            if ((uint)query.Row < (uint)_rows.Rows)
            {
                FactorVectors.AddScaled(1, _rows[query.Row], context);
            }

            var own = scores.Slice(i * Items, Items);
            FactorVectors.DotRows(_items, context, own);
            for (var item = 0; item < own.Length; item++)
            {
                own[item] += _biases[item];
            }
        }
    }

    public ModelArrays Save() => new ModelArrays(Kind, _fingerprint)
        .Add("contexts", _contexts.ToArray())
        .Add("items", _items.ToArray())
        .Add("biases", _biases)
        .Add("rows", _rows.ToArray())
        .Add("rank", new[] { _items.Rank });

    internal static MachineModel Load(ModelArrays arrays)
    {
        arrays.RequireModel(Kind);
        var rank = arrays.Single("rank");
        var (contexts, items, biases) = (arrays.Factors("contexts", rank), arrays.Factors("items", rank), arrays.Floats("biases"));
        if (contexts.Rows != items.Rows || biases.Length != items.Rows || !biases.All(float.IsFinite))
        {
            throw new InvalidModelException(
                $"Model '{Kind}' has {items.Rows} items, {contexts.Rows} of them as context and {biases.Length} biases; expected as many, finite.");
        }

        return new MachineModel(contexts, items, biases, arrays.Factors("rows", rank), arrays.Fingerprint);
    }

    /// <summary>Value of each of n context features: their length is 1, so more items say more, but not n times as much.</summary>
    internal static float ContextScale(int n) => n == 0 ? 0 : 1 / MathF.Sqrt(n);
}
