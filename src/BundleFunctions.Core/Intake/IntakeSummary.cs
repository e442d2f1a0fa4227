using System.Globalization;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Intake;

/// <summary>Adds up what intake has done for a shop.</summary>
public sealed class IntakeSummary(IBlobStore blobs)
{
    private readonly Ledger _ledger = new(blobs, BlobLayout.Events);

    /// <summary>Reads every commit and every held or refused file of the shop.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<IntakeOverview> ReadAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var commits = await LakeCommits.ReadAsync(blobs, shop, cancellationToken);
        var rejected = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (code, count) in commits.SelectMany(commit => commit.Rejected))
        {
            rejected[code] = rejected.GetValueOrDefault(code) + count;
        }

        var days = commits.SelectMany(commit => commit.Parts).Select(part => part.Day).ToList();
        return new IntakeOverview(
            shop,
            commits.Count,
            commits.Sum(commit => commit.RecordsRead),
            commits.Sum(commit => commit.Accepted),
            commits.Sum(commit => commit.Duplicates),
            rejected,
            days.Min(StringComparer.Ordinal),
            days.Max(StringComparer.Ordinal),
            await ReadNotTakenInAsync(shop, cancellationToken),
            EventCountSums.Of(commits.Select(commit => commit.Counts).OfType<EventCounts>()),
            commits.Count(commit => commit.Counts is not null));
    }

    /// <summary>Records read and refused, by the day of each file's newest event, in ascending order. Files of which nothing went in have no day, and are left out.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<IReadOnlyList<IntakeDay>> ReadDaysAsync(ShopId shop, CancellationToken cancellationToken) =>
    [
        .. (await LakeCommits.ReadAsync(blobs, shop, cancellationToken))
            .Where(commit => commit.Parts.Count > 0)
            .GroupBy(commit => commit.Parts.Select(part => part.Day).Max(StringComparer.Ordinal)!, StringComparer.Ordinal)
            .OrderBy(day => day.Key, StringComparer.Ordinal)
            .Select(day => new IntakeDay(
                DateOnly.ParseExact(day.Key, "yyyy-MM-dd", CultureInfo.InvariantCulture), day.Sum(commit => commit.RecordsRead), day.Sum(commit => commit.Rejected.Values.Sum()))),
    ];

    // A file that was overwritten or deleted since is nobody's worry any more.
    private async Task<IReadOnlyList<LedgerEntry>> ReadNotTakenInAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var entries = new List<LedgerEntry>();
        foreach (var entry in await _ledger.ReadNotDoneAsync(shop, cancellationToken))
        {
            if (BlobName.TryParse(entry.Blob, out var name)
                && await blobs.FindAsync(name, cancellationToken) is { } blob
                && string.Equals(blob.ETag, entry.ETag, StringComparison.Ordinal))
            {
                entries.Add(entry);
            }
        }

        return entries;
    }
}
