using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Tests.Models.Linear;

/// <summary>A weighted sum of models, each divided by the greatest magnitude of its scores for the query.</summary>
internal sealed class ScaledSum(params (IRecommender Model, float Weight)[] parts) : IRecommender
{
    public int Items => parts[0].Model.Items;

    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        scores = scores[..(queries.Length * Items)];
        scores.Clear();
        var own = new float[scores.Length];
        foreach (var (model, weight) in parts)
        {
            model.Score(queries, own);
            for (var q = 0; q < queries.Length; q++)
            {
                var row = own.AsSpan(q * Items, Items);
                var most = Math.Max(Math.Abs(row[0]), 1e-9f);
                foreach (var score in row)
                {
                    most = Math.Max(most, Math.Abs(score));
                }

                for (var item = 0; item < row.Length; item++)
                {
                    scores[(q * Items) + item] += weight / most * row[item];
                }
            }
        }
    }

    public ModelArrays Save() => throw new NotSupportedException();
}
