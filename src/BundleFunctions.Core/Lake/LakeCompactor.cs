using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Lake;

/// <summary>Merges the many small parts of a day into few, in one order, each event once: afterwards a day's files follow from its events alone,
/// in whatever order, in however many files and how often they came in.</summary>
/// <remarks>Safe to end at any moment, to run again, and to run at once with intake, erasure, readers and itself. Parts that are merged stay for
/// a while for those who have begun to read. Memory: one day of events as columns.</remarks>
public sealed class LakeCompactor(IBlobStore blobs, TimeProvider clock)
{
    /// <summary>Events of a day at most that are merged.</summary>
    public const int MaxEvents = 8_000_000;

    private const int ManyParts = 16;

    // Readers of a day take minutes; an intake has named its parts, or has died, long before.
    private static readonly TimeSpan Settled = TimeSpan.FromDays(1);

    /// <summary>Merges where it is worth its cost: days with many parts, and days that are over; deletes files that count no more.</summary>
    /// <remarks>Costs one listing of the lake's names where there is nothing to do.</remarks>
    /// <exception cref="InvalidDataException">A part is not what was committed.</exception>
    /// <exception cref="StoreException">The store failed; run again.</exception>
    public Task<CompactionReport> CompactDueAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var today = LakePaths.Day(clock.GetUtcNow() - Settled);
        return CompactAsync(
            shop,
            Settled,
            (day, added, all) => added >= ManyParts || (added > 0 && all > 1 && string.CompareOrdinal(day, today) < 0),
            cancellationToken);
    }

    /// <summary>Merges every day that has a part which no merge wrote.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="keep">How long files that count no more are kept for readers who have begun; zero only where nobody else is at work.</param>
    /// <param name="cancellationToken">Stops between two days.</param>
    /// <inheritdoc cref="CompactDueAsync" path="/exception"/>
    public Task<CompactionReport> CompactAllAsync(ShopId shop, TimeSpan keep, CancellationToken cancellationToken) =>
        CompactAsync(shop, keep, (_, added, _) => added > 0, cancellationToken);

    private async Task<CompactionReport> CompactAsync(
        ShopId shop, TimeSpan keep, Func<string, int, int, bool> isDue, CancellationToken cancellationToken)
    {
        var report = new CompactionReport(0, 0, 0, 0, 0, 0, 0);
        var files = await blobs.ListAsync(BlobLayout.Lake, $"{shop}/", cancellationToken).ToListAsync(cancellationToken);
        if (files.Count == 0)
        {
            return report;
        }

        // Days before commits: what is taken out of a commit's part after it was read here changes the day, and this merge fails.
        var days = new LakeDays(blobs, shop);
        var known = await days.ReadAsync(cancellationToken);
        if (!MayBeDue(files, known, keep, isDue))
        {
            return report;
        }

        var commits = await LakeCommits.ReadAsync(blobs, shop, cancellationToken);
        var index = LakeIndex.Merge(commits, known.Values.Select(pair => pair.Day), string.Empty, "9999-99-99");
        foreach (var (name, parts) in index)
        {
            var (day, etag) = known.TryGetValue(name, out var found) ? (found.Day, found.ETag) : (LakeDay.Untouched(name), null);
            var added = parts.Count - day.Parts.Count;
            if (isDue(name, added, parts.Count))
            {
                report = await new DayMerge(blobs, shop).RunAsync(day, etag, parts, report, cancellationToken);
            }
        }

        var deleted = await new LakeBroom(blobs, shop, clock.GetUtcNow() - keep).SweepAsync(files, cancellationToken);
        return report with { FilesDeleted = deleted };
    }

    // By names alone, so that a tick at which nothing is to be done reads no commits.
    private bool MayBeDue(
        List<BlobEntry> files,
        SortedDictionary<string, (LakeDay Day, string ETag)> known,
        TimeSpan keep,
        Func<string, int, int, bool> isDue)
    {
        var before = clock.GetUtcNow() - keep;
        var merged = known.Values.SelectMany(pair => pair.Day.Parts).Select(part => part.Path).ToHashSet(StringComparer.Ordinal);
        var gone = known.Values.SelectMany(pair => pair.Day.Replaces.Concat(pair.Day.Leftovers)).ToHashSet(StringComparer.Ordinal);
        gone.ExceptWith(merged);
        return files.Exists(file => gone.Contains(file.Name.Path) && file.LastModified <= before)
            || files.Where(file => !gone.Contains(file.Name.Path))
                .GroupBy(file => LakePaths.DayOf(file.Name.Path), StringComparer.Ordinal)
                .Any(day => isDue(day.Key, day.Count(file => !merged.Contains(file.Name.Path)), day.Count()));
    }
}
