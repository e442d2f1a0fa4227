using BundleFunctions.Ports;

namespace BundleFunctions.LocalHost.Setup;

/// <summary>Drops files as blobs, as a shop's own export would.</summary>
internal sealed class FileDrop(IBlobStore blobs, SetupConsole console)
{
    /// <returns>The blobs as they were written.</returns>
    public async Task<IReadOnlyList<BlobEntry>> DropAsync(IEnumerable<DroppedFile> files, CancellationToken cancellationToken)
    {
        var dropped = new List<BlobEntry>();
        foreach (var file in files)
        {
            if (!file.Name.IsValid)
            {
                throw new SetupException($"'{file.Name}' cannot be a blob's name; rename the file without control characters and backslashes.");
            }

            await using var content = file.Open();
            var entry = await blobs.PutAsync(file.Name, content, BlobCondition.None, cancellationToken);
            dropped.Add(entry ?? throw new SetupException($"{file.Name} could not be written."));
            console.Progress(() => $"Dropped {dropped.Count:N0} files...");
        }

        console.Step($"Dropped {dropped.Count:N0} files, {dropped.Sum(entry => entry.Length) / 1e6:N1} MB.");
        return dropped;
    }
}
