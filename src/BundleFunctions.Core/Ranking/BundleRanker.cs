namespace BundleFunctions.Ranking;

/// <summary>A learned order of bundles: the higher the score, the earlier the bundle. Safe to use from many threads; scoring allocates nothing.</summary>
public abstract class BundleRanker
{
    private protected BundleRanker(string method, IReadOnlyList<string> features)
    {
        (Method, Features) = (method, features);
        Places = [.. features.Select(RankingFeatures.PlaceOf)];
    }

    /// <summary>How it was learned, such as <c>linear</c>, <c>fasttree</c> or <c>lightgbm</c>: lower-case letters, digits and hyphens.</summary>
    public string Method { get; }

    /// <summary>Names of the features that it looks at, in its own order.</summary>
    public IReadOnlyList<string> Features { get; }

    /// <summary>Where each of them stands among all features of this program.</summary>
    private protected int[] Places { get; }

    /// <summary>The score of one bundle, finite.</summary>
    /// <param name="features">All features of this program, in the order of <see cref="RankingFeatures.Names"/>; not a number where one is not known.</param>
    public abstract double Score(ReadOnlySpan<float> features);
}
