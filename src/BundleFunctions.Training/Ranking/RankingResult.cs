using BundleFunctions.Associations;
using BundleFunctions.Ranking;

namespace BundleFunctions.Training.Ranking;

/// <summary>How a contest of orders ended.</summary>
/// <param name="Ranker">What is to serve; null where the order before does.</param>
/// <param name="Gate">Why.</param>
/// <param name="Figures">On the answers that nothing was chosen by; the order before first, empty where there were too few.</param>
/// <param name="Failures">What could not be judged, by name, and why.</param>
public sealed record RankingResult(
    BundleRanker? Ranker, GateRecord Gate, IReadOnlyList<OrderFigures> Figures, IReadOnlyDictionary<string, string> Failures);
