namespace BundleFunctions.Serving.Steps;

/// <summary>What all steps would do for one asker.</summary>
/// <param name="Plans">One a step, in their order; empty where no step has anything to do.</param>
/// <param name="Stamp">All stamps in one; 0 where no step has anything to do.</param>
/// <param name="IsPersonal">Whether one of them looks at the asker.</param>
/// <param name="Generation">The generation that the first step with a wish asks for.</param>
/// <param name="Fault">Why a step could not say what it would do; null where all could.</param>
internal sealed record AnswerPlan(IReadOnlyList<StepPlan> Plans, long Stamp, bool IsPersonal, GenerationId? Generation, string? Fault)
{
    /// <summary>Nothing is done to the published lists.</summary>
    public static AnswerPlan Nothing { get; } = new([], 0, false, null, null);
}
