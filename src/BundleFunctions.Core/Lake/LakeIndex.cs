using System.Globalization;
using BundleFunctions.Ports;

namespace BundleFunctions.Lake;

/// <summary>Which parts count: those that commits name, but for those that a day's merge replaces, and what that merge names.</summary>
internal static class LakeIndex
{
    /// <summary>The parts of each day that has any, in order of the days.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public static Task<SortedDictionary<string, List<LakePart>>> ReadAsync(IBlobStore blobs, ShopId shop, CancellationToken cancellationToken) =>
        ReadAsync(blobs, shop, DateOnly.MinValue, DateOnly.MaxValue, cancellationToken);

    /// <summary>The same of the days from <paramref name="first"/> to <paramref name="last"/>.</summary>
    /// <inheritdoc cref="ReadAsync(IBlobStore, ShopId, CancellationToken)" path="/exception"/>
    public static async Task<SortedDictionary<string, List<LakePart>>> ReadAsync(
        IBlobStore blobs, ShopId shop, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        // In this order: a merge that is switched on between the two is seen whole or not at all.
        var commits = await LakeCommits.ReadAsync(blobs, shop, cancellationToken);
        var days = await new LakeDays(blobs, shop).ReadAsync(cancellationToken);
        return Merge(commits, days.Values.Select(pair => pair.Day), Name(first), Name(last));
    }

    /// <summary>Puts commits and merged days together.</summary>
    public static SortedDictionary<string, List<LakePart>> Merge(
        IEnumerable<LakeCommit> commits, IEnumerable<LakeDay> days, string first, string last)
    {
        var replaced = new HashSet<string>(StringComparer.Ordinal);
        var parts = new SortedDictionary<string, List<LakePart>>(StringComparer.Ordinal);
        foreach (var day in days)
        {
            replaced.UnionWith(day.Replaces);
            Add(day.Parts);
        }

        Add(commits.SelectMany(commit => commit.Parts).Where(part => !replaced.Contains(part.Path)));
        return parts;

        void Add(IEnumerable<LakePart> more)
        {
            foreach (var part in more)
            {
                if (string.CompareOrdinal(part.Day, first) >= 0 && string.CompareOrdinal(part.Day, last) <= 0)
                {
                    if (!parts.TryGetValue(part.Day, out var list))
                    {
                        parts.Add(part.Day, list = []);
                    }

                    list.Add(part);
                }
            }
        }
    }

    private static string Name(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
