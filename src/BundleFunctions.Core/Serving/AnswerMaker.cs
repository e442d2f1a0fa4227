using BundleFunctions.Offers;
using BundleFunctions.Serving.Steps;

namespace BundleFunctions.Serving;

/// <summary>Makes answers from one view of a shop: candidates, then what rules and experiments make of them, then offers.</summary>
internal sealed class AnswerMaker(CandidateSource candidates, AnswerSteps steps)
{
    private const string Champion = "champion";
    private const string NothingPublished = "Nothing has been published for this shop yet.";

    /// <summary>The answer of the first way that gives an offer; of the last one where none does.</summary>
    public async Task<BundleAnswer> MakeAsync(AnswerQuestion question, CancellationToken cancellationToken)
    {
        BundleAnswer? last = null;
        await foreach (var set in candidates.FindAsync(question, cancellationToken))
        {
            last = Make(question, set);
            if (last.Bundles.Count > 0)
            {
                break;
            }
        }

        return last!;
    }

    /// <summary>The answer where there is nothing to answer from.</summary>
    public static BundleAnswer Empty(ShelfView view, AnswerContext context, BundleQuery query) => new(
        RecommendationNaming.NameOf(view.Shop, null, context.Page, context.Products, query),
        null,
        null,
        Champion,
        AnswerStrategy.Popular,
        [],
        [],
        view.Fault is null ? null : true,
        view.Fault ?? NothingPublished);

    private BundleAnswer Make(AnswerQuestion question, CandidateSet set)
    {
        var (view, context, query) = (question.View, question.Context, question.Query);
        var draft = steps.Apply(question.Plan, new AnswerDraft(context, set.Candidates, id => view.Live?.Snapshot.Find(id)) { Variant = Champion });
        var (offers, more) = new OfferPicker(question, set).Pick(draft.Candidates);
        var reason = set.Reason ?? view.Fault ?? question.Plan.Fault;
        return new BundleAnswer(
            RecommendationNaming.NameOf(view.Shop, set.Generation.Generation, context.Page, context.Products, query),
            set.Generation.Generation,
            set.Generation.ModelId,
            draft.Variant,
            IsByRule(draft, offers) ? AnswerStrategy.Rule : set.Strategy,
            offers,
            set.Missing,
            set.Stale || view.Fault is not null ? true : null,
            reason,
            more && query.Refinement?.Cursor is { } cursor ? new AnswerCursor(set.Generation.Generation, cursor.Offset + offers.Count).ToString() : null);
    }

    // Where a merchandiser's pin leads, it is the merchandiser who answered.
    private static bool IsByRule(AnswerDraft draft, List<BundleOffer> offers) =>
        offers.Count > 0
        && draft.Candidates.FirstOrDefault(candidate => candidate.Bundle.BundleId == offers[0].BundleId) is { IsPinned: true, Rule: not null };
}
