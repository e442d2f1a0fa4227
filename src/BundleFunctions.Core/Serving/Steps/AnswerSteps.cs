using BundleFunctions.Ports;

namespace BundleFunctions.Serving.Steps;

/// <summary>Asks the steps in their order. A step that cannot be asked is left out, and the answer says so.</summary>
internal sealed class AnswerSteps(IEnumerable<IAnswerStep> steps)
{
    private const string Unreadable = "The shop's rules or experiments cannot be read now.";

    private readonly IAnswerStep[] _steps = [.. steps];

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _steps.Length == 0;

    /// <summary>What they would do; at once, and without allocating, where all of them know and have nothing to do.</summary>
    public ValueTask<AnswerPlan> PlanAsync(AnswerContext context, Deadline deadline, CancellationToken cancellationToken)
    {
        for (var i = 0; i < _steps.Length; i++)
        {
            var plan = Ask(_steps[i], context, cancellationToken);
            if (!plan.IsCompletedSuccessfully || !ReferenceEquals(plan.Result, StepPlan.Nothing))
            {
                return new ValueTask<AnswerPlan>(CollectAsync(i, plan.AsTask(), context, deadline, cancellationToken));
            }
        }

        return new ValueTask<AnswerPlan>(AnswerPlan.Nothing);
    }

    /// <summary>Lets them work on a draft, each on what the one before left.</summary>
    public AnswerDraft Apply(AnswerPlan plan, AnswerDraft draft)
    {
        for (var i = 0; i < plan.Plans.Count; i++)
        {
            if (!ReferenceEquals(plan.Plans[i], StepPlan.Nothing))
            {
                draft = _steps[i].Apply(plan.Plans[i], draft);
            }
        }

        return draft;
    }

    private async Task<AnswerPlan> CollectAsync(
        int first, Task<StepPlan> asked, AnswerContext context, Deadline deadline, CancellationToken cancellationToken)
    {
        var plans = new StepPlan[_steps.Length];
        Array.Fill(plans, StepPlan.Nothing);
        var (stamp, isPersonal, generation, fault) = (17L, false, (GenerationId?)null, (string?)null);
        for (var i = first; i < _steps.Length; i++)
        {
            try
            {
                plans[i] = await deadline.WaitAsync(i == first ? asked : Ask(_steps[i], context, cancellationToken).AsTask(), cancellationToken);
            }
            catch (Exception e) when (e is StoreException or InvalidDataException or TimeoutException)
            {
                fault = Unreadable;
            }

            stamp = unchecked((stamp * 1_000_003) + plans[i].Stamp);
            isPersonal |= plans[i].IsPersonal;
            generation ??= plans[i].Generation;
        }

        return new AnswerPlan(plans, stamp == 0 ? 1 : stamp, isPersonal, generation, fault);
    }

    // What a step throws before it waits for anything is told like what it throws after.
    private static ValueTask<StepPlan> Ask(IAnswerStep step, AnswerContext context, CancellationToken cancellationToken)
    {
        try
        {
            return step.PlanAsync(context, cancellationToken);
        }
        catch (Exception e) when (e is StoreException or InvalidDataException)
        {
            return ValueTask.FromException<StepPlan>(e);
        }
    }
}
