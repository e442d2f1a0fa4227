using BundleFunctions.Ports;

namespace BundleFunctions.Lake;

/// <summary>Deletes files of the lake that do not count and were last written before a given time: what a merge has replaced, and what a run
/// that was stopped has left behind.</summary>
internal sealed class LakeBroom(IBlobStore blobs, ShopId shop, DateTimeOffset before)
{
    /// <param name="files">The lake's files, listed before now. One that was written again since then stays.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <returns>Files deleted.</returns>
    public async Task<int> SweepAsync(IReadOnlyList<BlobEntry> files, CancellationToken cancellationToken)
    {
        var days = new LakeDays(blobs, shop);
        var commits = await LakeCommits.ReadAsync(blobs, shop, cancellationToken);
        var known = await days.ReadAsync(cancellationToken);
        var counts = LakeIndex.Merge(commits, known.Values.Select(pair => pair.Day), string.Empty, "9999-99-99")
            .Values.SelectMany(parts => parts).Select(part => part.Path).ToHashSet(StringComparer.Ordinal);
        var old = files.Where(file => file.LastModified <= before && !counts.Contains(file.Name.Path)).ToDictionary(
            file => file.Name.Path, StringComparer.Ordinal);
        var deleted = 0;
        foreach (var (day, etag) in known.Values)
        {
            // All of a day or none: what is left over was written before the merge that made it so.
            if (day.Leftovers.Count > 0 && await blobs.FindAsync(LakePaths.DayBlob(shop, day.Day), cancellationToken) is { } blob
                && blob.LastModified <= before)
            {
                deleted += await days.CleanAsync(day, etag, cancellationToken);
            }

            foreach (var path in day.Leftovers)
            {
                old.Remove(path);
            }
        }

        foreach (var file in old.Values)
        {
            deleted += await blobs.DeleteAsync(file.Name, file.ETag, cancellationToken) ? 1 : 0;
        }

        return deleted;
    }
}
