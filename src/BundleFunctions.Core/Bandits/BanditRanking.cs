using BundleFunctions.Serving;

namespace BundleFunctions.Bandits;

/// <summary>An order of candidates, and the chance by which it came about.</summary>
/// <param name="Candidates">Best first.</param>
/// <param name="Propensity">Probability with which the first one that is not pinned was put there; 1 where nothing was left to chance.</param>
/// <param name="Bucket">The time bucket in which it was drawn; 0 where nothing was left to chance.</param>
public sealed record BanditRanking(IReadOnlyList<Candidate> Candidates, double Propensity, long Bucket);
