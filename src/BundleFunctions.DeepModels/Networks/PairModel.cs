using System.Runtime.Intrinsics;
using BundleFunctions.DeepModels.Folders;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Content;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.DeepModels.Networks;

/// <summary>A model of pairs, made of what is known of each item. The vectors of all items are computed once, so that scoring needs no network.</summary>
/// <remarks>
/// <code>score(q, j) = 1 / h_j  sum over i in q of w_i source(i) . target(j) / sum w          where that is above 0, else without h_j</code>
/// h_j holds back what goes with everything (<see cref="Hubs"/>): short texts, and items that were learned of, whose associations learning has raised
/// beside those of items that nobody bought.
/// </remarks>
/// <param name="hubs">By item what its scores are divided by, above 0.</param>
internal sealed class PairModel(AcceptedModel model, int width, float[] source, float[] target, float[] hubs, string fingerprint) : IRecommender
{
    private const int HubNeighbours = 20;
    private const double HubPower = 0.5;

    /// <inheritdoc/>
    public int Items => model.Manifest.Items;

    /// <summary>Finds out what to hold back.</summary>
    public static PairModel Of(
        AcceptedModel model, int width, float[] source, float[] target, string fingerprint, TrainingContext context, CancellationToken cancellationToken)
    {
        var even = new float[model.Manifest.Items];
        Array.Fill(even, 1);
        var untold = new PairModel(model, width, source, target, even, fingerprint);
        return new PairModel(model, width, source, target, Hubs.Of(untold, HubNeighbours, HubPower, context, cancellationToken), fingerprint);
    }

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
                var score = total > 0 ? Dot(mean, target.AsSpan(j * width, width)) / total : 0;
                scores[(q * Items) + j] = score > 0 ? score / hubs[j] : score;
            }
        }
    }

    /// <inheritdoc/>
    public ModelArrays Save() => new ModelArrays(model.Manifest.Model, fingerprint)
        .Add(DeepArrays.Manifest, model.ManifestBytes).Add(DeepArrays.Network, model.Network)
        .Add(DeepArrays.Source, source).Add(DeepArrays.Target, target).Add(DeepArrays.Hubs, hubs);

    // Eight sums, always the same eight, so that equal models give equal scores on any processor.
    private static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sums = Vector256<float>.Zero;
        var d = 0;
        for (; d + Vector256<float>.Count <= left.Length; d += Vector256<float>.Count)
        {
            sums += Vector256.Create(left[d..]) * Vector256.Create(right[d..]);
        }

        var sum = Vector256.Sum(sums);
        for (; d < left.Length; d++)
        {
            sum += left[d] * right[d];
        }

        return sum;
    }
}
