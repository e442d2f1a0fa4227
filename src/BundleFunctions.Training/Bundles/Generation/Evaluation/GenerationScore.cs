using System.Runtime.InteropServices;

namespace BundleFunctions.Training.Bundles.Generation.Evaluation;

/// <summary>How well the bundles generated for one session are those that people found in it; each figure 0..1, and 0 where none were
/// generated.</summary>
/// <param name="ExactF1">F1 of bundles, of which only an equal set is a hit.</param>
/// <param name="Jaccard">Jaccard similarities under the best one-to-one assignment, over the larger number of bundles.</param>
/// <param name="PairF1">F1 of pairs of items that stand in one bundle.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GenerationScore(double ExactF1, double Jaccard, double PairF1)
{
    /// <summary>Scores one session; a bundle that stands there twice counts once.</summary>
    /// <param name="generated">What was generated.</param>
    /// <param name="truth">What people found; one or more bundles.</param>
    public static GenerationScore Of(IReadOnlyList<int[]> generated, IReadOnlyList<IReadOnlyList<int>> truth)
    {
        var ours = Distinct(generated);
        var theirs = Distinct(truth);
        if (ours.Count == 0 || theirs.Count == 0)
        {
            return default;
        }

        var jaccard = new double[ours.Count, theirs.Count];
        var exact = 0;
        for (var i = 0; i < ours.Count; i++)
        {
            for (var j = 0; j < theirs.Count; j++)
            {
                var shared = ours[i].Count(theirs[j].Contains);
                jaccard[i, j] = (double)shared / (ours[i].Count + theirs[j].Count - shared);
                exact += shared == ours[i].Count && shared == theirs[j].Count ? 1 : 0;
            }
        }

        var (ourPairs, theirPairs) = (Pairs(ours), Pairs(theirs));
        return new GenerationScore(
            2.0 * exact / (ours.Count + theirs.Count),
            Assignment.Best(jaccard) / Math.Max(ours.Count, theirs.Count),
            2.0 * ourPairs.Count(theirPairs.Contains) / Math.Max(1, ourPairs.Count + theirPairs.Count));
    }

    private static List<SortedSet<int>> Distinct(IEnumerable<IEnumerable<int>> bundles)
    {
        var distinct = new List<SortedSet<int>>();
        foreach (var bundle in bundles)
        {
            var items = new SortedSet<int>(bundle);
            if (items.Count > 0 && !distinct.Exists(items.SetEquals))
            {
                distinct.Add(items);
            }
        }

        return distinct;
    }

    private static HashSet<(int Low, int High)> Pairs(List<SortedSet<int>> bundles) =>
        [.. bundles.SelectMany(bundle => bundle.SelectMany(low => bundle.Where(high => high > low).Select(high => (low, high))))];
}
