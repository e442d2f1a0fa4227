using BundleFunctions.Ports;

namespace BundleFunctions.Storage.Local;

/// <summary>Gives files and folders that a person put into a container, such as <c>Orders.CSV</c>, the name under which they are blobs.</summary>
internal static class ForeignFiles
{
    /// <summary>Renames a stranger within its folder; null where it must stay what it is: hidden, no valid blob name, too long, or its
    /// place is taken.</summary>
    public static async Task<string?> AdoptAsync(
        FileSystemInfo stranger, bool isFolder, BlobName name, FolderLocks locks, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(stranger.FullName)!;
        var ours = FileNames.Encode(isFolder ? $"{stranger.Name}/x.x" : stranger.Name);
        ours = isFolder ? ours[..ours.LastIndexOf('/')] : ours;
        if (!name.IsValid || stranger.Name[0] == '.' || ours.Contains('/', StringComparison.Ordinal))
        {
            return null;
        }

        using var held = await locks.TakeAsync(name, cancellationToken);
        var target = Path.Combine(folder, ours);
        if (Path.Exists(target))
        {
            return null;
        }

        if (isFolder)
        {
            Directory.Move(stranger.FullName, target);
        }
        else
        {
            File.Move(stranger.FullName, target);
        }

        return ours;
    }
}
