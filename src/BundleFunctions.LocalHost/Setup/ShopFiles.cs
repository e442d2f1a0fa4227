using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.LocalHost.Setup;

/// <summary>The reader's own files, as the blobs that they become.</summary>
internal static class ShopFiles
{
    /// <summary>Catalogue first, then every file below the event folder in ordinal order; hidden files are left out.</summary>
    /// <exception cref="SetupException">There is no file to take.</exception>
    public static IReadOnlyList<DroppedFile> Find(RunOptions options)
    {
        var files = new List<DroppedFile>();
        if (options.Catalogue is { } catalogue)
        {
            files.Add(Drop(BlobLayout.Catalogue, options.Shop, Path.GetFileName(catalogue), catalogue));
        }

        var events = Directory.GetFiles(options.Events!, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(options.Events!, path).Replace('\\', '/')))
            .Where(file => !file.Name.Split('/').Any(segment => segment.StartsWith('.')))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => Drop(BlobLayout.Events, options.Shop, file.Name, file.Path))
            .ToList();
        return events.Count > 0 ? [.. files, .. events] : throw new SetupException($"--events: no file in {options.Events}.");
    }

    private static DroppedFile Drop(string container, ShopId shop, string name, string path) =>
        new(new BlobName(container, $"{shop}/{name}"), () => File.OpenRead(path));
}
