using BundleFunctions.Feedback;
using BundleFunctions.Publishing;
using BundleFunctions.Serving.Steps;

namespace BundleFunctions.Serving;

/// <summary>Makes answers from one view of a shop: candidates, then what rules and experiments make of them, then offers.</summary>
internal sealed class AnswerMaker(CandidateSource candidates, AnswerSteps steps, RecommendationIds ids, AnswerOrder order)
{
    private const string NothingPublished = "Nothing has been published for this shop yet.";

    /// <summary>The answer of the first way that gives an offer; of the last one where none does.</summary>
    public async Task<BundleAnswer> MakeAsync(AnswerQuestion question, CancellationToken cancellationToken)
    {
        BundleAnswer? last = null;
        await foreach (var set in candidates.FindAsync(question, cancellationToken))
        {
            last = Make(question, await order.ArrangeAsync(question, set, cancellationToken));
            if (last.Bundles.Count > 0)
            {
                break;
            }
        }

        return last!;
    }

    /// <summary>The answer where there is nothing to answer from.</summary>
    public BundleAnswer Empty(ShelfView view, AnswerContext context, BundleQuery query) => new(
        ids.Create(view.Shop, new RecommendationStamp(context.Page, null, NameOf(context, query))),
        null,
        null,
        RecommendationStamp.Champion,
        AnswerStrategy.Popular,
        [],
        [],
        view.Fault is null ? null : true,
        view.Fault ?? NothingPublished);

    /// <summary>The answer that one set of candidates gives.</summary>
    public BundleAnswer Make(AnswerQuestion question, CandidateSet set)
    {
        var (view, context, query) = (question.View, question.Context, question.Query);
        var draft = steps.Apply(question.Plan, new AnswerDraft(context, set.Candidates, id => view.Live?.Snapshot.Find(id)));
        var (offers, more) = new OfferPicker(question, set, draft.DiscountShare ?? 1).Pick(draft.Candidates);
        var first = offers.Count == 0 ? null : draft.Candidates.FirstOrDefault(candidate => candidate.Bundle.BundleId == offers[0].BundleId);
        var offset = (query.Refinement?.Cursor?.Offset ?? 0) + offers.Count;
        return new BundleAnswer(
            ids.Create(view.Shop, Stamp(question, set.Generation, draft, first?.Rule)),
            set.Generation.Generation,
            set.Generation.ModelId,
            draft.Variant,
            first is { IsPinned: true, Rule: not null } ? AnswerStrategy.Rule : set.Strategy,
            offers,
            set.Missing,
            set.Stale || view.Fault is not null ? true : null,
            set.Reason ?? view.Fault ?? question.Plan.Fault,
            more && offset <= AnswerCursor.MaxOffset ? new AnswerCursor(set.Generation.Generation, offset).ToString() : null);
    }

    private static RecommendationStamp Stamp(AnswerQuestion question, GenerationInfo generation, AnswerDraft draft, string? rule) =>
        new(question.Context.Page, generation.Generation, NameOf(question.Context, question.Query))
        {
            Variant = draft.Variant,
            Rule = rule,
            Propensity = draft.Propensity,
            DiscountShare = draft.DiscountShare ?? 1,
            DiscountPropensity = draft.DiscountPropensity,
            Bucket = draft.Bucket,
        };

    private static string NameOf(AnswerContext context, BundleQuery query) =>
        RecommendationIds.NameQuestion(context.Products, query.Limit, query.MaxItems, query.Refinement?.Canonical);
}
