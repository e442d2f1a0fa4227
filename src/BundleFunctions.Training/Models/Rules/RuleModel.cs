using BundleFunctions.Associations;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Rules;

/// <summary>Rules with one consequent, in the order of their antecedents.</summary>
internal sealed class RuleModel : IRecommender
{
    private readonly string _name;
    private readonly string _fingerprint;
    private readonly int[] _offsets;
    private readonly int[] _antecedents;
    private readonly int[] _consequents;
    private readonly float[] _figures;
    private readonly int[] _firstRule;

    public RuleModel(string name, string fingerprint, int items, int[] offsets, int[] antecedents, int[] consequents, float[] figures)
    {
        (_name, _fingerprint, Items) = (name, fingerprint, items);
        (_offsets, _antecedents, _consequents, _figures) = (offsets, antecedents, consequents, figures);

        // Rules stand by their antecedent's first item: where each item's begin.
        _firstRule = new int[items + 1];
        for (var rule = 0; rule < consequents.Length; rule++)
        {
            _firstRule[antecedents[offsets[rule]] + 1]++;
        }

        for (var item = 0; item < items; item++)
        {
            _firstRule[item + 1] += _firstRule[item];
        }
    }

    public int Items { get; }

    public static RuleModel Load(ModelArrays arrays)
    {
        var items = arrays.Ints("items");
        var (offsets, antecedents) = (arrays.Ints("offsets"), arrays.Ints("antecedents"));
        var (consequents, figures) = (arrays.Ints("consequents"), arrays.Floats("figures"));
        var fits = items.Length == 1 && items[0] >= 0 && offsets.Length == consequents.Length + 1 && figures.Length == consequents.Length
            && offsets[0] == 0 && offsets[^1] == antecedents.Length
            && Enumerable.Range(0, consequents.Length).All(rule => offsets[rule] < offsets[rule + 1])
            && antecedents.Concat(consequents).All(item => item >= 0 && item < items[0])
            && Enumerable.Range(1, Math.Max(consequents.Length - 1, 0)).All(rule => antecedents[offsets[rule - 1]] <= antecedents[offsets[rule]])
            && figures.All(float.IsFinite);
        return fits
            ? new RuleModel(arrays.Model, arrays.Fingerprint, items[0], offsets, antecedents, consequents, figures)
            : throw new InvalidModelException($"The arrays of model '{arrays.Model}' do not fit each other: {consequents.Length} rules, {antecedents.Length} items before them.");
    }

    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        scores[..(queries.Length * Items)].Clear();
        for (var q = 0; q < queries.Length; q++)
        {
            var row = scores.Slice(q * Items, Items);
            foreach (var item in queries[q].Items)
            {
                for (var rule = _firstRule[item]; rule < _firstRule[item + 1]; rule++)
                {
                    ref var score = ref row[_consequents[rule]];
                    if (_figures[rule] > score && Holds(queries[q].Items, rule))
                    {
                        score = _figures[rule];
                    }
                }
            }
        }
    }

    public ModelArrays Save() => new ModelArrays(_name, _fingerprint)
        .Add("items", new[] { Items }).Add("offsets", _offsets).Add("antecedents", _antecedents)
        .Add("consequents", _consequents).Add("figures", _figures);

    private bool Holds(int[] items, int rule)
    {
        // The first is known to be there.
        for (var i = _offsets[rule] + 1; i < _offsets[rule + 1]; i++)
        {
            if (Array.BinarySearch(items, _antecedents[i]) < 0)
            {
                return false;
            }
        }

        return true;
    }
}
