namespace BundleFunctions.Serving.Steps;

/// <summary>A step between the published lists and the offers of an answer: a shop's rules, an experiment, a bandit's order.</summary>
/// <remarks>Steps are asked twice: first what they would do for this asker, by which the answer is cached or not, then to do it. Both must
/// be quick, and the first should answer at once from what the step keeps in memory. One instance serves all shops and all threads.</remarks>
public interface IAnswerStep
{
    /// <summary>What the step would do; <see cref="StepPlan.Nothing"/> where it would do nothing.</summary>
    /// <param name="context">Who asks, from where, about what.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="Ports.StoreException">What the step must know cannot be read: the answer is made without it, and says so.</exception>
    ValueTask<StepPlan> PlanAsync(AnswerContext context, CancellationToken cancellationToken);

    /// <summary>Does it: leaves candidates out, puts them into another order, names the variant. Never throws for what it finds.</summary>
    /// <param name="plan">What <see cref="PlanAsync"/> gave for the same question.</param>
    /// <param name="draft">The candidates in the order in which they would be offered.</param>
    AnswerDraft Apply(StepPlan plan, AnswerDraft draft);
}
