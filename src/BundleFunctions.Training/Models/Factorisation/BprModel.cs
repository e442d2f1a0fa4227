using BundleFunctions.Associations;
using BundleFunctions.Numerics.Factors;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>Items as vectors. A query is folded in by the gradient steps that a row takes in training, with the item vectors held fast and the
/// worse item's vector replaced by its mean over the draws, so that nothing is left to chance.</summary>
public sealed class BprModel : IRecommender
{
    internal const string Kind = "bpr";

    private readonly FactorMatrix _items;
    private readonly float[] _drawn;
    private readonly BprOptions _options;
    private readonly float[] _worse;

    /// <param name="drawn">What each item was drawn in proportion to as the worse one.</param>
    internal BprModel(FactorMatrix items, float[] drawn, BprOptions options)
    {
        (_items, _drawn, _options, _worse) = (items, drawn, options, new float[items.Stride]);
        var total = Math.Max(drawn.Sum(weight => (double)weight), double.Epsilon);
        for (var item = 0; item < items.Rows; item++)
        {
            FactorVectors.AddScaled((float)(drawn[item] / total), items[item], _worse);
        }
    }

    public int Items => _items.Rows;

    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        var x = new float[_items.Stride];
        var better = new float[_items.Stride];
        for (var i = 0; i < queries.Length; i++)
        {
            FoldIn(queries[i], x, better);
            FactorVectors.DotRows(_items, x, scores.Slice(i * Items, Items));
        }
    }

    public ModelArrays Save() => new ModelArrays(Kind, _options.Fingerprint)
        .Add("items", _items.ToArray())
        .Add("drawn", _drawn)
        .Add("rank", new[] { _items.Rank })
        .Add("foldInSteps", new[] { _options.FoldInSteps })
        .Add("settings", new[] { _options.LearningRate, _options.Lambda, _options.NegativePower })
        .Add("iterations", new[] { _options.Iterations });

    internal static BprModel Load(ModelArrays arrays)
    {
        arrays.RequireModel(Kind);
        var items = arrays.Factors("items", arrays.Single("rank"));
        var (settings, drawn) = (arrays.Doubles("settings"), arrays.Floats("drawn"));
        if (settings.Length != 3 || drawn.Length != items.Rows || !drawn.All(weight => float.IsFinite(weight) && weight >= 0))
        {
            throw new InvalidModelException($"Model '{Kind}' has {settings.Length} settings and {drawn.Length} weights of {items.Rows} items.");
        }

        var options = new BprOptions
        {
            Rank = items.Rank,
            LearningRate = settings[0],
            Lambda = settings[1],
            NegativePower = settings[2],
            Iterations = arrays.Single("iterations"),
            FoldInSteps = arrays.Single("foldInSteps"),
        };
        return new BprModel(items, drawn, options);
    }

    private void FoldIn(Query query, Span<float> x, Span<float> better)
    {
        x.Clear();
        var (rate, keep) = ((float)_options.LearningRate, 1 - (float)(_options.LearningRate * _options.Lambda));
        for (var step = 0; step < _options.FoldInSteps; step++)
        {
            for (var i = 0; i < query.Items.Length; i++)
            {
                _items[query.Items[i]].CopyTo(better);
                FactorVectors.AddScaled(-1, _worse, better);
                var gain = rate * query.WeightOf(i) * SigmoidTable.Sigmoid(-FactorVectors.Dot(x, better));
                FactorVectors.ShrinkAndAdd(keep, gain, better, x);
            }
        }
    }
}
