using BundleFunctions.DeepModels.Folders;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.DeepModels.Networks;

/// <summary>A model of pairs, made of what is known of each item: the association of i and j is <c>source(i) . target(j)</c>; a query's score for j
/// is the mean over its items, by their weights. The vectors of all items are computed once, so that scoring needs no network.</summary>
internal sealed class PairModel(AcceptedModel model, int width, float[] source, float[] target, string fingerprint) : IRecommender
{
    /// <inheritdoc/>
    public int Items => model.Manifest.Items;

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        var mean = new float[width];
        for (var q = 0; q < queries.Length; q++)
        {
            Array.Clear(mean);
            var total = 0f;
            for (var i = 0; i < queries[q].Items.Length; i++)
            {
                var weight = queries[q].WeightOf(i);
                total += weight;
                var vector = source.AsSpan(queries[q].Items[i] * width, width);
                for (var d = 0; d < width; d++)
                {
                    mean[d] += weight * vector[d];
                }
            }

            for (var j = 0; j < Items; j++)
            {
                scores[(q * Items) + j] = total > 0 ? Dot(mean, target.AsSpan(j * width, width)) / total : 0;
            }
        }
    }

    /// <inheritdoc/>
    public ModelArrays Save() => new ModelArrays(model.Manifest.Model, fingerprint)
        .Add(DeepArrays.Manifest, model.ManifestBytes).Add(DeepArrays.Network, model.Network)
        .Add(DeepArrays.Source, source).Add(DeepArrays.Target, target);

    // In one order whatever the processor, so that equal models give equal scores.
    private static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = 0f;
        for (var d = 0; d < left.Length; d++)
        {
            sum += left[d] * right[d];
        }

        return sum;
    }
}
