namespace BundleFunctions.Training.Evaluation;

/// <summary>A model's answer to one case.</summary>
/// <param name="Top">The best items, best first; fewer than asked for where there are not as many.</param>
/// <param name="Scores">The score of each of <paramref name="Top"/>.</param>
/// <param name="Ranks">1-based rank of each relevant item among all that may be recommended, in the order of the case's relevant items;
/// int.MaxValue for one that may not be.</param>
public sealed record RankedCase(int[] Top, float[] Scores, int[] Ranks);
