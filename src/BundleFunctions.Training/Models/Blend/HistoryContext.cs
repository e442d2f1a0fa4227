using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Blend;

/// <summary>Asks another model about what the user bought before instead of what is in the basket now; each older basket counts less.</summary>
/// <param name="inner">The model that is asked.</param>
/// <param name="decay">Weight of a basket beside that of the next newer one, above 0 and at most 1.</param>
public sealed class HistoryContext(IRecommender inner, double decay) : IRecommender
{
    internal const string ModelName = "history-context";

    /// <inheritdoc/>
    public int Items => inner.Items;

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        var asked = new Query[queries.Length];
        for (var q = 0; q < queries.Length; q++)
        {
            asked[q] = Asked(queries[q]);
        }

        inner.Score(asked, scores);
        for (var q = 0; q < queries.Length; q++)
        {
            // Of somebody without a past there is nothing to say, whatever the model says of nobody.
            if (asked[q].Items.Length == 0)
            {
                scores.Slice(q * Items, Items).Clear();
            }
        }
    }

    /// <inheritdoc/>
    public ModelArrays Save()
    {
        var arrays = new ModelArrays(ModelName, FingerprintOf(inner.Save().Fingerprint, decay)).Add("decay", [decay]);
        PartArrays.Add(arrays, 0, inner.Save());
        return arrays;
    }

    internal static string FingerprintOf(string inner, double decay) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"decay={decay} of {inner}");

    private Query Asked(Query query)
    {
        var weights = new SortedDictionary<int, float>();
        var weight = 1.0;
        for (var basket = query.History.Length - 1; basket >= 0; basket--)
        {
            foreach (var item in query.History[basket])
            {
                weights[item] = (weights.TryGetValue(item, out var known) ? known : 0) + (float)weight;
            }

            weight = Math.Max(weight * decay, 1e-6);
        }

        return new Query([.. weights.Keys]) { Weights = [.. weights.Values], Moment = query.Moment };
    }
}
