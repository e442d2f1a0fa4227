using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.DeepModels.Networks;

/// <summary>What is learned from no data: every item scores 0.</summary>
internal sealed class NothingLearned(string model, int items, string fingerprint) : IRecommender
{
    /// <inheritdoc/>
    public int Items => items;

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<Query> queries, Span<float> scores) => scores[..(queries.Length * items)].Clear();

    /// <inheritdoc/>
    public ModelArrays Save() => new ModelArrays(model, fingerprint).Add(DeepArrays.Empty, [items]);
}
