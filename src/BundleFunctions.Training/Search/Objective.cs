namespace BundleFunctions.Training.Search;

/// <summary>Tries a setting.</summary>
/// <param name="effort">Share of the full effort, above 0, at most 1.</param>
/// <returns>What it reached, the higher the better. NaN and infinities count as failures.</returns>
public delegate double Objective(Setting setting, double effort, CancellationToken cancellationToken);
