using BundleFunctions.Serving;
using BundleFunctions.Serving.Steps;

namespace BundleFunctions.Experiments;

/// <summary>Puts the asker into the variants of what the shop tries out: another generation, further rules, another share of the discounts,
/// or nothing at all for those who are held out.</summary>
public sealed class AssignmentStep(ExperimentShelf experiments) : IAnswerStep
{
    /// <inheritdoc/>
    public ValueTask<StepPlan> PlanAsync(AnswerContext context, CancellationToken cancellationToken) =>
        experiments.TryGet(context.Shop) is { } view ? new ValueTask<StepPlan>(Plan(view, context)) : WaitAsync(context, cancellationToken);

    /// <inheritdoc/>
    public AnswerDraft Apply(StepPlan plan, AnswerDraft draft)
    {
        var assignment = ((AssignmentPlan)plan).Assignment;
        return draft with
        {
            Candidates = assignment.IsHeldOut ? [] : draft.Candidates,
            Variant = assignment.Label,
            ExtraRules = [.. draft.ExtraRules, .. assignment.Rules],
            Interleaving = assignment.Interleaving,
            DiscountShare = assignment.DiscountShare ?? draft.DiscountShare,
        };
    }

    private async ValueTask<StepPlan> WaitAsync(AnswerContext context, CancellationToken cancellationToken) =>
        Plan(await experiments.GetAsync(context.Shop, cancellationToken), context);

    // Whoever cannot be told apart gets what everybody gets, and shares it.
    private static StepPlan Plan(ExperimentView view, AnswerContext context) =>
        (context.Visitor ?? context.User) is null || !view.Book.DependsOnAsker(context.Page, context.At)
            ? StepPlan.Nothing
            : new AssignmentPlan(ExperimentAssigner.Assign(view.Book, context));
}
