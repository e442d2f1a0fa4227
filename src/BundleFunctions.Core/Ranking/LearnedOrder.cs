using BundleFunctions.Serving;

namespace BundleFunctions.Ranking;

/// <summary>Puts an answer's candidates into a learned order.</summary>
public static class LearnedOrder
{
    /// <summary>Best first. The scores stay where they were: the first bundle gets the greatest of them, and so on, so that whatever weighs scores
    /// afterwards finds them on the scale that it knows. Pins stay where they stand, and so do equal bundles to one another.</summary>
    /// <param name="ranker">Scores the bundles.</param>
    /// <param name="question">Who asks.</param>
    /// <param name="candidates">In the published order.</param>
    /// <param name="isPinned">Whether a candidate must stay where it is.</param>
    public static IReadOnlyList<Candidate> Of(
        BundleRanker ranker, RankingQuestion question, IReadOnlyList<Candidate> candidates, Func<Candidate, bool> isPinned)
    {
        if (candidates.Count < 2)
        {
            return candidates;
        }

        Span<float> features = stackalloc float[RankingFeatures.Count];
        var best = candidates.Max(candidate => candidate.Score);
        var free = new List<(double Score, int Place)>(candidates.Count);
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!isPinned(candidates[i]))
            {
                FeatureReader.Fill(question, candidates[i].Bundle, i, best, features);
                free.Add((ranker.Score(features), i));
            }
        }

        var ordered = candidates.ToArray();
        var places = free.ConvertAll(entry => entry.Place);
        var scores = free.ConvertAll(entry => candidates[entry.Place].Score);
        free.Sort(static (one, other) => other.Score.CompareTo(one.Score) is not 0 and var order ? order : one.Place.CompareTo(other.Place));
        scores.Sort(static (one, other) => other.CompareTo(one));
        for (var i = 0; i < free.Count; i++)
        {
            ordered[places[i]] = candidates[free[i].Place] with { Score = scores[i] };
        }

        return ordered;
    }
}
