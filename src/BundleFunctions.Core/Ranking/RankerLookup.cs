namespace BundleFunctions.Ranking;

/// <summary>What came of looking for a model's ranker.</summary>
/// <param name="Ranker">The ranker; null where the published order counts.</param>
/// <param name="Fault">Why there is none, though the model has one; null where all is well.</param>
public readonly record struct RankerLookup(BundleRanker? Ranker, string? Fault);
