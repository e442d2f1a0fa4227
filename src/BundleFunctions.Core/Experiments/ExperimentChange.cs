namespace BundleFunctions.Experiments;

/// <summary>One version of the experiments: who changed what, when and why. Written once, before the change counts.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who: the id of a key, or <c>guardrail</c>.</param>
/// <param name="Book">The whole book as it became.</param>
/// <param name="Why">In their words; null where they gave none.</param>
public sealed record ExperimentChange(DateTimeOffset At, string By, ExperimentBook Book, string? Why = null);
