using BundleFunctions.Ports;
using BundleFunctions.Ranking;

namespace BundleFunctions.Serving;

/// <summary>Puts the candidates of product and cart pages into the order that the generation's model learned, where it learned one. Where that cannot be
/// had the published order serves, and the answer says so.</summary>
/// <param name="rankers">Learned orders; null where the host has none.</param>
internal sealed class AnswerOrder(RankerShelf? rankers)
{
    private const string Unreadable = "The learned order of bundles cannot be read now; they stand in the published order.";

    /// <summary>The same candidates in their order.</summary>
    public async ValueTask<CandidateSet> ArrangeAsync(AnswerQuestion question, CandidateSet set, CancellationToken cancellationToken)
    {
        // Orders are learned on products and carts; without the catalogue half of what they look at is not known.
        if (rankers is null || set.Generation.Order is null || set.Strategy != AnswerStrategy.Bundle || set.Candidates.Count < 2
            || question.View.Live is not { } live)
        {
            return set;
        }

        var (ranker, fault) = await FindAsync(rankers, question, set, cancellationToken);
        if (ranker is null)
        {
            return set with { Reason = set.Reason ?? fault };
        }

        var cart = question.Context.Page is AnswerPages.Cart ? question.Context.Products : [];
        return set with
        {
            Candidates = LearnedOrder.Of(
                ranker,
                new RankingQuestion(cart, live.Snapshot.Find),
                set.Candidates,
                candidate => live.Constraints.IsPinned(candidate.Bundle.Items, live.AsOf)),
        };
    }

    private static async ValueTask<RankerLookup> FindAsync(RankerShelf rankers, AnswerQuestion question, CandidateSet set, CancellationToken cancellationToken)
    {
        var finding = rankers.FindAsync(question.Context.Shop, set.Generation.ModelId, cancellationToken);
        try
        {
            return finding.IsCompletedSuccessfully ? finding.Result : await question.Deadline.WaitAsync(finding.AsTask(), cancellationToken);
        }
        catch (Exception e) when (e is StoreException or InvalidDataException or TimeoutException)
        {
            return new RankerLookup(null, Unreadable);
        }
    }
}
