using BundleFunctions.Profiles;
using BundleFunctions.Segments;
using BundleFunctions.Training.Clusters;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Segments;

/// <summary>Puts users into segments by k-means over their profiles; how many is told by the silhouette. Whose profile is not kept (no consent to
/// personalisation, opted out, erased) is in none.</summary>
/// <param name="options">Valid options.</param>
public sealed class SegmentLearner(SegmentOptions options)
{
    // More tell nothing more of the centres, and every number of clusters is tried on all of them.
    private const int MaxPoints = 4_000;

    /// <summary>The segments; null where they are off, or there are fewer profiles than <see cref="SegmentOptions.MinUsers"/> or none that differ.</summary>
    /// <param name="profiles">In any order: segments do not depend on it, nor on what persons are called.</param>
    /// <param name="previous">Those of the last run, whose ids go on; null where there are none.</param>
    /// <param name="context">Threads and seed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public SegmentTable? Learn(IReadOnlyList<UserProfile> profiles, SegmentTable? previous, TrainingContext context, CancellationToken cancellationToken)
    {
        if (!options.Enabled || profiles.Count < options.MinUsers)
        {
            return null;
        }

        var asOf = profiles.Max(profile => profile.LastSeen);
        var draft = new SegmentTable(asOf, SegmentFeatures.Of(profiles, asOf), [], 1);
        var places = profiles.Select(draft.Place).ToArray();
        var found = Find(Sampled(places), draft.Features.Count, context, cancellationToken);
        if (found is null)
        {
            return null;
        }

        // All of them, not only those that were looked at, and the centres where theirs is.
        var rough = draft with { Segments = [.. found.Centres.Select((centre, i) => new Segment($"{i}", $"{i}", 0, centre, NoMeans))] };
        int[] clusterOf = [.. places.Select(place => rough.Nearest(place))];
        return Settle(draft, profiles, places, clusterOf, previous);
    }

    private static Dictionary<string, double> NoMeans { get; } = new(StringComparer.Ordinal);

    private Clustering? Find(double[][] points, int dimensions, TrainingContext context, CancellationToken cancellationToken)
    {
        if (dimensions == 0)
        {
            return null;
        }

        var clusters = new ClusterOptions { MinClusters = options.MinSegments, MaxClusters = options.MaxSegments, Sample = 400 };
        var found = new UserClusters(clusters).Find(new DensePoints([.. points.SelectMany(point => point)], dimensions), context, cancellationToken);
        return found.Centres.Length < 2 ? null : found;
    }

    // In the order of the places themselves, evenly: pseudonyms must not matter, since the same data make the same segments under any key.
    private static double[][] Sampled(double[][] places)
    {
        double[][] ordered = [.. places.Order(Comparer<double[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other)))];
        return ordered.Length <= MaxPoints ? ordered
            : [.. Enumerable.Range(0, MaxPoints).Select(i => ordered[(int)((long)i * ordered.Length / MaxPoints)])];
    }

    private static SegmentTable Settle(SegmentTable draft, IReadOnlyList<UserProfile> profiles, double[][] places, int[] clusterOf, SegmentTable? previous)
    {
        // Clusters that nothing is nearest to once all are counted are gone; the largest stands first.
        var groups = Enumerable.Range(0, profiles.Count).GroupBy(i => clusterOf[i]).OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
            .Select(group => group.ToArray()).ToArray();
        double[][] centres = [.. groups.Select(group => Mean(group, places, draft.Features.Count))];
        for (var number = 0; number < groups.Length; number++)
        {
            foreach (var i in groups[number])
            {
                clusterOf[i] = number;
            }
        }

        var (ids, next) = SegmentMatch.Of(profiles, clusterOf, groups.Length, previous);
        var names = SegmentNames.Of(draft.Features, centres);
        return draft with
        {
            Segments = [.. groups.Select((group, number) => new Segment(ids[number], names[number], group.Length, centres[number], Means([.. group.Select(i => profiles[i])], draft.AsOf)))],
            NextNumber = next,
        };
    }

    // Summed in the order of the values, so that the order of the profiles does not show.
    private static double[] Mean(int[] group, double[][] places, int dimensions) =>
        [.. Enumerable.Range(0, dimensions).Select(axis => SegmentFeatures.Rounded(group.Select(i => places[i][axis]).Order().Sum() / group.Length))];

    private static SortedDictionary<string, double> Means(UserProfile[] profiles, DateOnly asOf) => new(StringComparer.Ordinal)
    {
        ["daysSince"] = Average(profiles, profile => ProfileFacts.DaysSince(profile, asOf)),
        ["orders"] = Average(profiles, profile => profile.Orders),
        ["spent"] = Average(profiles, profile => (double)(profile.Spent ?? 0)),
        ["priceLevel"] = Average(profiles, profile => profile.PriceLevel ?? 0.5),
    };

    private static double Average(UserProfile[] profiles, Func<UserProfile, double> of) => Math.Round(profiles.Select(of).Order().Sum() / profiles.Length, 2);
}
