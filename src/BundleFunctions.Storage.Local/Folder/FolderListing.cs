using System.Runtime.CompilerServices;
using BundleFunctions.Ports;

namespace BundleFunctions.Storage.Local;

/// <summary>Walks a container's folder in ordinal order of blob paths, one folder in memory at a time.</summary>
/// <remarks>A folder sorts as its name with a <c>/</c>: everything below it shares that prefix, so <c>a-1</c>, <c>a.b</c>, <c>a/x</c>
/// come in this order, as in a flat list of paths.</remarks>
internal sealed class FolderListing(string container, string folder, string prefix, FolderLocks locks)
{
    /// <summary>The blobs that lie there as each folder is reached; what vanishes meanwhile is left out.</summary>
    public IAsyncEnumerable<BlobEntry> RunAsync(CancellationToken cancellationToken) => WalkAsync(folder, "", cancellationToken);

    private async IAsyncEnumerable<BlobEntry> WalkAsync(
        string at, string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var (child, entry, isFolder) in await ReadAsync(at, path, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var file = Path.Combine(at, entry);
            if (!isFolder)
            {
                if (child.StartsWith(prefix, StringComparison.Ordinal) && FileVersion.Find(new BlobName(container, child), file) is { } found)
                {
                    yield return found;
                }

                continue;
            }

            if (child.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(child, StringComparison.Ordinal))
            {
                await foreach (var below in WalkAsync(file, child, cancellationToken))
                {
                    yield return below;
                }
            }
        }
    }

    private async Task<List<(string Path, string Entry, bool IsFolder)>> ReadAsync(string at, string path, CancellationToken cancellationToken)
    {
        var children = new List<(string Path, string Entry, bool IsFolder)>();
        if (!Directory.Exists(at))
        {
            return children;
        }

        try
        {
            foreach (var info in new DirectoryInfo(at).GetFileSystemInfos())
            {
                var isFolder = info is DirectoryInfo;
                var entry = info.Name;
                var part = isFolder ? FileNames.DecodeFolder(entry) : FileNames.DecodeFile(entry);
                if (part is null)
                {
                    entry = await ForeignFiles.AdoptAsync(info, isFolder, new BlobName(container, path + info.Name), locks, cancellationToken);
                    part = entry is null ? null : info.Name + (isFolder ? "/" : "");
                }

                if (part is not null)
                {
                    children.Add((path + part, entry!, isFolder));
                }
            }
        }
        catch (DirectoryNotFoundException)
        {
            // The folder vanished: what was read of it is what there was.
        }

        children.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return children;
    }
}
