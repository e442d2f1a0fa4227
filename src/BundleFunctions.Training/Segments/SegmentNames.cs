using BundleFunctions.Segments;

namespace BundleFunctions.Training.Segments;

/// <summary>Names segments by what marks them: the coordinates in which they are farthest from the mean of all.</summary>
internal static class SegmentNames
{
    private const int Marks = 2;
    private const double Least = 0.35;

    /// <param name="features">The coordinates.</param>
    /// <param name="centres">Scaled centres.</param>
    /// <returns>A name a centre, each once: <c>buys often, Cameras</c>.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<SegmentFeature> features, IReadOnlyList<double[]> centres)
    {
        var ranked = centres.Select(centre => Ranked(features, centre)).ToArray();
        var names = new List<string>();
        for (var segment = 0; segment < centres.Count; segment++)
        {
            var count = Marks;
            var name = Join(ranked[segment], count);

            // Two that share their strongest marks are told apart by weaker ones, in the end by number.
            while (names.Contains(name, StringComparer.Ordinal) && count < ranked[segment].Count)
            {
                name = Join(ranked[segment], ++count);
            }

            names.Add(names.Contains(name, StringComparer.Ordinal) ? FormattableString.Invariant($"{name} {segment + 1}") : name);
        }

        return names;
    }

    private static string Join(IReadOnlyList<string> marks, int count) => marks.Count == 0 ? "like most" : string.Join(", ", marks.Take(count));

    // The strongest habit, then the strongest interest, then what is left: two habits alone would not say what the users care for.
    private static IReadOnlyList<string> Ranked(IReadOnlyList<SegmentFeature> features, double[] centre)
    {
        var marks = features.Select((feature, i) => (feature.Name, Away: centre[i]))
            .Where(mark => Math.Abs(mark.Away) >= Least && (mark.Away > 0 || !IsInterest(mark.Name)))
            .OrderByDescending(mark => Math.Abs(mark.Away)).ThenBy(mark => mark.Name, StringComparer.Ordinal).ToList();
        var first = marks.Where(mark => !IsInterest(mark.Name)).Take(1).Concat(marks.Where(mark => IsInterest(mark.Name)).Take(1)).ToList();
        return [.. first.Concat(marks.Except(first)).Select(mark => Word(mark.Name, mark.Away > 0))];
    }

    private static bool IsInterest(string feature) => feature.StartsWith(ProfileFacts.Category, StringComparison.Ordinal);

    private static string Word(string feature, bool isHigh) => feature switch
    {
        ProfileFacts.Recency => isHigh ? "long away" : "here lately",
        ProfileFacts.Frequency => isHigh ? "buys often" : "buys seldom",
        ProfileFacts.Monetary => isHigh ? "spends much" : "spends little",
        ProfileFacts.PriceLevel => isHigh ? "takes the dear" : "takes the cheap",
        _ => feature[ProfileFacts.Category.Length..],
    };
}
