using BundleFunctions.Experiments;
using BundleFunctions.Serving;
using BundleFunctions.Statistics;

namespace BundleFunctions.Bandits;

/// <summary>Orders candidates by what earlier visitors made of them: the first place is drawn by Thompson sampling, the others go by expected value.</summary>
/// <remarks>Equal questions have equal answers within one time bucket, whoever asks: chance comes from shop, page, products and bucket alone.</remarks>
public static class BanditRanker
{
    /// <summary>The candidates in their new order; each place keeps the score that it had, so that scores still fall from first to last. Pinned ones stay
    /// where they are.</summary>
    /// <param name="candidates">Best first by the model and the rules.</param>
    /// <param name="view">What the shop tries out and has learnt.</param>
    /// <param name="context">The question.</param>
    public static BanditRanking Rank(IReadOnlyList<Candidate> candidates, ExperimentView view, AnswerContext context)
    {
        var free = candidates.Where(candidate => !candidate.IsPinned).ToArray();
        if (view is not { Book.Bandit: { } options, Table: { } table } || table.Total.Impressions < options.MinImpressions || free.Length < 2)
        {
            return new BanditRanking(candidates, 1, 0);
        }

        var rivals = free.AsSpan(0, Math.Min(free.Length, options.MaxBundles));
        var mean = 0.0;
        foreach (var rival in rivals)
        {
            mean += rival.Score / rivals.Length;
        }

        var beliefs = new Posterior[rivals.Length];
        for (var i = 0; i < rivals.Length; i++)
        {
            var factor = mean > 0 ? Math.Clamp(rivals[i].Score / mean, 0.5, 2) : 1;
            beliefs[i] = ArmBeliefs.Of(table.Find(rivals[i].Bundle.BundleId), table.Total, factor, options);
        }

        var bucket = options.BucketOf(context.At);
        var propensities = ThompsonSampling.Propensities(beliefs, options.Exploration);
        var first = ThompsonSampling.Choose(propensities, UnitHash.Of($"bandit|{context.Shop}|{context.Page}|{bucket}", string.Join('\n', context.Products)));
        int[] order = [first, .. Enumerable.Range(0, beliefs.Length).Where(i => i != first).OrderByDescending(i => beliefs[i].Mean).ThenBy(i => i)];
        var moved = order.Select((from, to) => free[from] with { Score = free[to].Score });
        return new BanditRanking(
            [.. candidates.Where(candidate => candidate.IsPinned), .. moved, .. free.Skip(rivals.Length)], propensities[first], bucket);
    }
}
