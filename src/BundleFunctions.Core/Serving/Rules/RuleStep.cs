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
            ? new ValueTask<StepPlan>(PlanOf(reading.Result, selection, Nothing))
            : new ValueTask<StepPlan>(WaitAsync(reading.AsTask(), context, cancellationToken));
    }

    /// <inheritdoc/>
    public AnswerDraft Apply(StepPlan plan, AnswerDraft draft)
    {
        if (plan is not RulePlan working)
        {
            return draft;
        }

        var selection = working.Book.Extend(working.Selection, draft.ExtraRules, draft.Context);
        var ruled = draft with { Candidates = Ruled(draft, working, selection) };
        return draft.Interleaving is not { } trial ? ruled
            : trial.Mix(ruled, Ruled(draft, working, working.Book.Extend(selection, trial.Rules, draft.Context)));
    }

    private async Task<StepPlan> WaitAsync(Task<RuleBook> reading, AnswerContext context, CancellationToken cancellationToken)
    {
        var book = await reading;
        var selection = book.Select(context);
        HashSet<ProductId> owned = [];
        foreach (var actor in selection.ExcludeOwned ? new[] { context.User, context.Visitor } : [])
        {
            // What cannot be read is not known to be owned: the answer may offer it once more.
            if (actor is { } known && (await sessions.ReadAsync(context.Shop, context.NamesOf(known), cancellationToken)).Session is { } session)
            {
                owned.UnionWith(session.Bought);
            }
        }

        return PlanOf(book, selection, owned);
    }

    private static IReadOnlyList<Candidate> Ruled(AnswerDraft draft, RulePlan working, RuleSelection selection) =>
        OwnedItems.Exclude(RuleBook.Apply(draft.Candidates, selection, draft.Catalogue), working.Owned, draft.Context.Products);

    // Paused rules do nothing by themselves, but an experiment's variant may name them.
    private static StepPlan PlanOf(RuleBook book, RuleSelection selection, IReadOnlySet<ProductId> owned) =>
        (selection.Stamp == 0 ? book.SpareStamp : selection.Stamp) is not 0 and var stamp ? new RulePlan(stamp, book, selection, owned) : StepPlan.Nothing;

    private sealed record RulePlan(long Stamp, RuleBook Book, RuleSelection Selection, IReadOnlySet<ProductId> Owned)
        : StepPlan(Stamp, Selection.ExcludeOwned);
}
