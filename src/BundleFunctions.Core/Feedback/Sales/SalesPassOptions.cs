using BundleFunctions.Bandits;

namespace BundleFunctions.Feedback.Sales;

/// <summary>How a pass over the events looks at them.</summary>
/// <param name="Bandit">How bandits learn.</param>
/// <param name="Segments">The segment of each user.</param>
/// <param name="WithParts">Whether visitors' margins are kept by week and category too.</param>
internal sealed record SalesPassOptions(BanditOptions Bandit, IReadOnlyDictionary<Pseudonym, string> Segments, bool WithParts);
