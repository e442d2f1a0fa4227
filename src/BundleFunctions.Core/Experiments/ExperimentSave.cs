namespace BundleFunctions.Experiments;

/// <summary>What became of a change.</summary>
/// <param name="Book">The book as it stands now.</param>
/// <param name="Fault">Why nothing was changed; null where it was.</param>
/// <param name="IsConflict">Whether that is because somebody else was first.</param>
public sealed record ExperimentSave(ExperimentBook Book, string? Fault = null, bool IsConflict = false);
