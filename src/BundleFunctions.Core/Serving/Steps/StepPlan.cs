namespace BundleFunctions.Serving.Steps;

/// <summary>What a step would do for one asker. Steps may derive their own, to carry what they found.</summary>
/// <param name="Stamp">Differs wherever the step would do something else for the same question; 0 only where it does nothing.</param>
/// <param name="IsPersonal">Whether visitor or user decide: then no shared cache may keep the answer.</param>
public record StepPlan(long Stamp, bool IsPersonal = false)
{
    /// <summary>The step has nothing to do.</summary>
    public static StepPlan Nothing { get; } = new(0);

    /// <summary>The generation to answer from, such as that of a challenger; null for the one that serves. Must be one of the shop's pointer.</summary>
    public GenerationId? Generation { get; init; }
}
