using BundleFunctions.Experiments;
using BundleFunctions.Serving;
using BundleFunctions.Serving.Steps;

namespace BundleFunctions.Bandits;

/// <summary>Orders what rules have left by what earlier visitors made of it, and chooses the share of the discounts: the same for everybody
/// within one time bucket.</summary>
public sealed class BanditStep(ExperimentShelf experiments) : IAnswerStep
{
    /// <inheritdoc/>
    public ValueTask<StepPlan> PlanAsync(AnswerContext context, CancellationToken cancellationToken) =>
        experiments.TryGet(context.Shop) is { } view ? new ValueTask<StepPlan>(Plan(view, context)) : WaitAsync(context, cancellationToken);

    /// <inheritdoc/>
    public AnswerDraft Apply(StepPlan plan, AnswerDraft draft)
    {
        if (draft.Candidates.Count == 0)
        {
            return draft;
        }

        var view = ((BanditPlan)plan).View;

        // Two rankings that are compared stand as they were mixed.
        var ranking = draft.Interleaving is null ? BanditRanker.Rank(draft.Candidates, view, draft.Context) : new BanditRanking(draft.Candidates, 1, 0);
        var discount = draft.DiscountShare is { } given ? new DiscountChoice(given, 1, 0)
            : DiscountChooser.Choose(view, ExperimentAssignment.None, draft.Context);
        return draft with
        {
            Candidates = ranking.Candidates,
            DiscountShare = discount.Share,
            Propensity = ranking.Propensity,
            DiscountPropensity = discount.Propensity,
            Bucket = Math.Max(ranking.Bucket, discount.Bucket),
        };
    }

    private async ValueTask<StepPlan> WaitAsync(AnswerContext context, CancellationToken cancellationToken) =>
        Plan(await experiments.GetAsync(context.Shop, cancellationToken), context);

    private static StepPlan Plan(ExperimentView view, AnswerContext context) =>
        view is { Book.Bandit: { } options, Table: { } table }
            ? new BanditPlan(view, unchecked((options.BucketOf(context.At) * 1_000_003) + table.AsOf.UtcTicks + view.Book.Version))
            : StepPlan.Nothing;
}
