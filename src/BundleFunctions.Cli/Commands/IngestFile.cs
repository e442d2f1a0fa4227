using BundleFunctions.Ports;

namespace BundleFunctions.Cli.Commands;

/// <summary>A file of this machine and the raw blob that it becomes.</summary>
internal sealed record IngestFile(FileInfo File, BlobName Blob)
{
    /// <summary>All files named, and all files below folders named, in ordinal order of their blobs; hidden ones are left out.</summary>
    /// <exception cref="InvalidDataException">Two files would become one blob, or a name cannot be a blob's.</exception>
    public static IReadOnlyList<IngestFile> Find(string container, ShopId shop, IEnumerable<FileSystemInfo> paths)
    {
        var files = new SortedDictionary<string, IngestFile>(StringComparer.Ordinal);
        foreach (var (file, name) in paths.SelectMany(Named))
        {
            var blob = new BlobName(container, $"{shop}/{name}");
            if (!blob.IsValid)
            {
                throw new InvalidDataException($"{file.FullName}: '{blob}' cannot be the name of a blob.");
            }

            if (!files.TryAdd(name, new IngestFile(file, blob)) && !string.Equals(files[name].File.FullName, file.FullName, StringComparison.Ordinal))
            {
                throw new InvalidDataException($"{file.FullName} and {files[name].File.FullName} would both become {blob}; give the folder above them.");
            }
        }

        return [.. files.Values];
    }

    private static IEnumerable<(FileInfo File, string Name)> Named(FileSystemInfo path) => path is DirectoryInfo || Directory.Exists(path.FullName)
        ? new DirectoryInfo(path.FullName).EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => (file, Path.GetRelativePath(path.FullName, file.FullName).Replace('\\', '/')))
            .Where(file => !file.Item2.Split('/').Any(segment => segment.StartsWith('.')))
        : [(new FileInfo(path.FullName), path.Name)];
}
