namespace BundleFunctions.Training.Search;

/// <summary>What to try next.</summary>
/// <param name="Setting">The setting; null where the sampler is to say.</param>
/// <param name="Effort">Share of the full effort.</param>
internal sealed record PlannedTrial(Setting? Setting, double Effort);
