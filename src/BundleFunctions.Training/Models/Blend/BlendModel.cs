using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Blend;

/// <summary>Several models as one: the sum of their comparable scores (<see cref="PartSignals"/>), weighted by what each has proved to be worth for
/// this kind of query. What one part knows nothing of, another may answer.</summary>
public sealed class BlendModel : IRecommender
{
    internal const string ModelName = "blend";

    private readonly IReadOnlyList<IRecommender> _parts;
    private readonly string _fingerprint;

    /// <param name="parts">Models over the same items, as many as there are weights for.</param>
    /// <param name="fingerprint">How it was made.</param>
    /// <exception cref="ArgumentException">A part knows another number of items, or there are more or fewer parts than weights.</exception>
    public BlendModel(IReadOnlyList<IRecommender> parts, BlendWeights weights, string fingerprint)
    {
        if (weights.Parts != parts.Count || weights.Factors.Length != QueryRegime.Count * parts.Count * PartSignals.Count
            || parts.Any(part => part.Items != weights.Warm.Length))
        {
            throw new ArgumentException(
                $"A blend of {parts.Count} parts over {string.Join(", ", parts.Select(part => part.Items))} items cannot use weights for {weights.Parts} parts over {weights.Warm.Length} items.",
                nameof(parts));
        }

        (_parts, Weights, _fingerprint) = (parts, weights, fingerprint);
    }

    public BlendWeights Weights { get; }

    /// <inheritdoc/>
    public int Items => Weights.Warm.Length;

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        scores = scores[..(queries.Length * Items)];
        scores.Clear();
        var own = new float[scores.Length];
        var signals = new PartSignals(Items);
        for (var part = 0; part < _parts.Count; part++)
        {
            _parts[part].Score(queries, own);
            for (var q = 0; q < queries.Length; q++)
            {
                var factors = Weights.Of(QueryRegime.Of(queries[q], Weights.Warm), part);
                if (factors.ContainsAnyExcept(0))
                {
                    Add(own.AsSpan(q * Items, Items), factors, Weights.Scales[part], signals, scores.Slice(q * Items, Items));
                }
            }
        }
    }

    /// <inheritdoc/>
    public ModelArrays Save()
    {
        var arrays = new ModelArrays(ModelName, _fingerprint)
            .Add("scales", Weights.Scales).Add("factors", Weights.Factors).Add("warm", Weights.Warm);
        for (var part = 0; part < _parts.Count; part++)
        {
            PartArrays.Add(arrays, part, _parts[part].Save());
        }

        return arrays;
    }

    private static void Add(ReadOnlySpan<float> own, ReadOnlySpan<double> factors, double scale, PartSignals signals, Span<float> sums)
    {
        signals.Read(own, withPlaces: factors[2] != 0);
        var places = signals.PlacesByItem;
        var (level, spread, place) = ((float)(factors[0] / scale), (float)factors[1], (float)factors[2]);
        for (var item = 0; item < own.Length; item++)
        {
            sums[item] += (level * own[item]) + (spread * PartSignals.Clip(own[item] * signals.Spread)) + (place * places[item]);
        }
    }
}
