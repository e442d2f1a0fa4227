using BundleFunctions.Training.Bundles.Generation.Evaluation;

namespace BundleFunctions.Training.Bundles.Generation.Rivals;

/// <summary>Bundles items whose titles and categories are alike enough. The threshold is the one that does best on the training sessions; an
/// item of which nothing is known is as like every other as the mean pair.</summary>
public sealed class TextThreshold : ISessionBundler
{
    private readonly PairFeatures _features;
    private readonly double _mean;

    public TextThreshold(IReadOnlyList<LabelledSession> sessions, PairFeatures features)
    {
        _features = features;
        var known = sessions.Select(session => session with { Items = [.. session.Items.Where(features.Knows)] }).ToArray();
        var cosines = known.SelectMany(session => session.Items.SelectMany(
            (one, i) => session.Items.Skip(i + 1).Select(other => features.Cosine(one, other)!.Value))).ToArray();
        _mean = cosines.Length == 0 ? 0 : cosines.Average();
        var best = double.NegativeInfinity;
        for (var step = 0; step < 25; step++)
        {
            var threshold = 0.02 * step;
            var sum = known.Sum(session => GenerationScore.Of(Linked(session.Items, threshold), session.Bundles) is var score
                ? score.ExactF1 + score.PairF1 : 0);
            if (sum > best)
            {
                (best, Threshold) = (sum, threshold);
            }
        }
    }

    /// <summary>Cosine, 0..1, above which two items are linked.</summary>
    public double Threshold { get; }

    /// <inheritdoc/>
    public IReadOnlyList<int[]> Generate(IReadOnlyList<int> session) => Linked(session, Threshold);

    private IReadOnlyList<int[]> Linked(IReadOnlyList<int> session, double threshold) =>
        LinkedItems.Of(session, (one, other) => (_features.Cosine(one, other) ?? _mean) > threshold);
}
