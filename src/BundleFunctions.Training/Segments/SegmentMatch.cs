using BundleFunctions.Profiles;
using BundleFunctions.Segments;

namespace BundleFunctions.Training.Segments;

/// <summary>Which new segment is which old one: each profile is looked up among the last run's centres, and a new segment that shares enough of its users with an
/// old one goes on under its id.</summary>
internal static class SegmentMatch
{
    // Of the users of both together.
    private const double LeastShared = 0.3;

    /// <param name="profiles">Today's profiles.</param>
    /// <param name="clusterOf">The new segment of each.</param>
    /// <param name="clusters">New segments.</param>
    /// <param name="previous">The last run's; null where there is none.</param>
    /// <returns>The id of each new segment, and the next new number.</returns>
    public static (IReadOnlyList<string> Ids, int NextNumber) Of(IReadOnlyList<UserProfile> profiles, int[] clusterOf, int clusters, SegmentTable? previous)
    {
        var ids = new string?[clusters];
        var next = previous?.NextNumber ?? 1;
        if (previous is not null)
        {
            var shared = new int[clusters, previous.Segments.Count];
            for (var i = 0; i < profiles.Count; i++)
            {
                shared[clusterOf[i], previous.Nearest(previous.Place(profiles[i]))]++;
            }

            Take(shared, ids, previous);
        }

        for (var cluster = 0; cluster < clusters; cluster++)
        {
            ids[cluster] ??= FormattableString.Invariant($"s{next++}");
        }

        return (ids!, next);
    }

    // The largest share of common users first (Jaccard), of equals the larger segments.
    private static void Take(int[,] shared, string?[] ids, SegmentTable previous)
    {
        var (rows, columns) = (shared.GetLength(0), shared.GetLength(1));
        int Row(int row) => Enumerable.Range(0, columns).Sum(column => shared[row, column]);
        int Column(int column) => Enumerable.Range(0, rows).Sum(row => shared[row, column]);
        var pairs = from row in Enumerable.Range(0, rows)
                    from column in Enumerable.Range(0, columns)
                    where shared[row, column] > 0
                    let alike = (double)shared[row, column] / (Row(row) + Column(column) - shared[row, column])
                    where alike >= LeastShared
                    orderby alike descending, row, column
                    select (row, column);
        var taken = new HashSet<int>();
        foreach (var (row, column) in pairs)
        {
            if (ids[row] is null && taken.Add(column))
            {
                ids[row] = previous.Segments[column].Id;
            }
        }
    }
}
