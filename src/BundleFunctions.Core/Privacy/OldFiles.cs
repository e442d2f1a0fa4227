using BundleFunctions.Ports;

namespace BundleFunctions.Privacy;

/// <summary>Files that are too old, of one kind of data.</summary>
/// <param name="blobs">Where they lie.</param>
/// <param name="dryRun">Whether they are only counted.</param>
internal sealed class OldFiles(IBlobStore blobs, bool dryRun)
{
    public int Files { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Deletes every file below a prefix that was last written before <paramref name="before"/> and fits.</summary>
    public async Task DeleteAsync(
        string container, string prefix, DateTimeOffset before, Func<BlobEntry, bool> fits, CancellationToken cancellationToken)
    {
        var entries = await blobs.ListAsync(container, prefix, cancellationToken).ToListAsync(cancellationToken);
        foreach (var entry in entries.Where(entry => entry.LastModified < before && fits(entry)))
        {
            await DeleteAsync(entry, cancellationToken);
        }
    }

    /// <summary>Deletes one file, unless it was overwritten since it was listed.</summary>
    public async Task DeleteAsync(BlobEntry entry, CancellationToken cancellationToken)
    {
        if (dryRun || await blobs.DeleteAsync(entry.Name, entry.ETag, cancellationToken))
        {
            Files++;
            Bytes += entry.Length;
        }
    }

    public RetentionCount Count(string kind, int? days) => new(kind, days, Files, Bytes);
}
