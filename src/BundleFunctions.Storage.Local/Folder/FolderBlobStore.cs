using System.Runtime.CompilerServices;
using BundleFunctions.Ports;

namespace BundleFunctions.Storage.Local;

/// <summary>Blobs as files: <c>root/{container}/{path}</c>. Several processes may share the root.</summary>
/// <remarks>
/// A write is staged under <c>root/.staging</c>, synced, and renamed into place, so a reader sees the old version or the new one, and an
/// answered write outlives a kill and a power cut. Conditions hold between processes by lock files under <c>root/.locks</c>. A version's
/// ETag is its file's time and length; the time moves forward with every write of a name, whatever the clock does. Files that
/// a person copies into the folder are blobs from the next listing on; copy them under another root first and move them in, or a reader may
/// meet a file half copied. The file system must keep times to a microsecond or finer and know advisory locks (not FAT, not old NFS).
/// </remarks>
/// <param name="root">The folder; created by the first write.</param>
/// <param name="clock">Where write times come from.</param>
public sealed class FolderBlobStore(string root, TimeProvider clock) : IBlobStore
{
    private readonly string _root = Path.GetFullPath(root);
    private readonly FolderLocks _locks = new(Path.Combine(Path.GetFullPath(root), ".locks"), clock);
    private readonly StagingArea _staging = new(Path.Combine(Path.GetFullPath(root), ".staging"), clock);
    private readonly VersionTimes _times = new(clock);

    /// <inheritdoc/>
    public Task<BlobContent?> OpenAsync(BlobName name, CancellationToken cancellationToken) => Guard($"Opening {name}", () =>
    {
        var file = Check(name, cancellationToken);
        if (FileVersion.TryOpen(file) is not { } stream)
        {
            return Task.FromResult<BlobContent?>(null);
        }

        var entry = FileVersion.Read(name, stream.SafeFileHandle);
        var content = new WholeStream(
            stream, entry.Length, name.ToString(), failure => FileFailures.Wrap(failure, $"Reading {name}"), readsInPlace: true);
        return Task.FromResult<BlobContent?>(new BlobContent(entry, content));
    });

    /// <inheritdoc/>
    public Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken) =>
        Guard($"Looking up {name}", () => Task.FromResult(FileVersion.Find(name, Check(name, cancellationToken))));

    /// <inheritdoc/>
    public Task<BlobEntry?> PutAsync(BlobName name, Stream content, BlobCondition condition, CancellationToken cancellationToken) =>
        Guard($"Writing {name}", async () =>
        {
            var file = Check(name, cancellationToken);
            var staged = await _staging.WriteAsync(content, cancellationToken);
            try
            {
                using var held = await _locks.TakeAsync(name, cancellationToken);
                var current = FileVersion.Find(name, file);
                if ((condition.IfAbsent && current is not null)
                    || (condition.IfMatch is { } etag && !string.Equals(etag, current?.ETag, StringComparison.Ordinal)))
                {
                    return null;
                }

                _times.Stamp(staged, current?.LastModified);
                var entry = FileVersion.Find(name, staged);
                DurableFolders.Create(Path.GetDirectoryName(file)!);
                File.Move(staged, file, overwrite: true);
                DurableFolders.Sync(Path.GetDirectoryName(file)!);
                return entry;
            }
            finally
            {
                File.Delete(staged);
            }
        });

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobEntry> ListAsync(
        string container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        BlobName.ThrowIfInvalid(new BlobName(container, "x"), nameof(container));
        var listing = new FolderListing(container, Path.Combine(_root, container), prefix, _locks);
        await using var entries = listing.RunAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await Guard($"Listing {container}/{prefix}", () => entries.MoveNextAsync().AsTask()))
        {
            yield return entries.Current;
        }
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(BlobName name, string? ifMatch, CancellationToken cancellationToken) => Guard($"Deleting {name}", async () =>
    {
        var file = Check(name, cancellationToken);
        using var held = await _locks.TakeAsync(name, cancellationToken);
        var current = FileVersion.Find(name, file);
        if (current is null || (ifMatch is not null && !string.Equals(ifMatch, current.ETag, StringComparison.Ordinal)))
        {
            return false;
        }

        _times.Passed(current.LastModified);
        File.Delete(file);
        DurableFolders.Sync(Path.GetDirectoryName(file)!);
        return true;
    });

    private static async Task<T> Guard<T>(string action, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception failure)
        {
            if (FileFailures.Wrap(failure, action) is not { } wrapped)
            {
                throw;
            }

            throw wrapped;
        }
    }

    private string Check(BlobName name, CancellationToken cancellationToken)
    {
        BlobName.ThrowIfInvalid(name);
        cancellationToken.ThrowIfCancellationRequested();
        return Path.Combine(_root, name.Container, FileNames.Encode(name.Path).Replace('/', Path.DirectorySeparatorChar));
    }
}
