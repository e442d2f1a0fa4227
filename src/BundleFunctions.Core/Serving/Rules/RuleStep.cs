using BundleFunctions.Serving.Steps;
using BundleFunctions.Sessions;

namespace BundleFunctions.Serving.Rules;

/// <summary>Lets a shop's rules work on its answers.</summary>
public sealed class RuleStep(RuleShelf rules, LiveSessions sessions) : IAnswerStep
{
    private static readonly HashSet<ProductId> Nothing = [];

    /// <inheritdoc/>
    public ValueTask<StepPlan> PlanAsync(AnswerContext context, CancellationToken cancellationToken)
    {
        var reading = rules.GetAsync(context.Shop, cancellationToken);
        return reading.IsCompletedSuccessfully && reading.Result.Select(context) is { ExcludeOwned: false } selection
            ? new ValueTask<StepPlan>(PlanOf(selection, Nothing))
            : new ValueTask<StepPlan>(WaitAsync(reading.AsTask(), context, cancellationToken));
    }

    /// <inheritdoc/>
    public AnswerDraft Apply(StepPlan plan, AnswerDraft draft)
    {
        if (plan is not RulePlan working)
        {
            return draft;
        }

        var candidates = RuleBook.Apply(draft.Candidates, working.Selection, draft.Catalogue);
        return draft with { Candidates = OwnedItems.Exclude(candidates, working.Owned, draft.Context.Products) };
    }

    private async Task<StepPlan> WaitAsync(Task<RuleBook> reading, AnswerContext context, CancellationToken cancellationToken)
    {
        var selection = (await reading).Select(context);
        HashSet<ProductId> owned = [];
        foreach (var actor in selection.ExcludeOwned ? new[] { context.User, context.Visitor } : [])
        {
            // What cannot be read is not known to be owned: the answer may offer it once more.
            if (actor is { } known && (await sessions.ReadAsync(context.Shop, context.NamesOf(known), cancellationToken)).Session is { } session)
            {
                owned.UnionWith(session.Bought);
            }
        }

        return PlanOf(selection, owned);
    }

    private static StepPlan PlanOf(RuleSelection selection, IReadOnlySet<ProductId> owned) =>
        selection.Stamp == 0 ? StepPlan.Nothing : new RulePlan(selection, owned);

    private sealed record RulePlan(RuleSelection Selection, IReadOnlySet<ProductId> Owned) : StepPlan(Selection.Stamp, Selection.ExcludeOwned);
}
