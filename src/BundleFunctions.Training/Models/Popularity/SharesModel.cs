using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Popularity;

/// <summary>Scores every item by its share, whatever the query.</summary>
internal sealed class SharesModel(string name, string fingerprint, float[] shares) : IRecommender
{
    /// <summary>The name of the shares in a model's arrays.</summary>
    public const string SharesName = "shares";

    public int Items => shares.Length;

    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        for (var q = 0; q < queries.Length; q++)
        {
            shares.CopyTo(scores[(q * Items)..]);
        }
    }

    public ModelArrays Save() => new ModelArrays(name, fingerprint).Add(SharesName, shares);
}
