namespace BundleFunctions.Storage.Local;

/// <summary>Where writes grow before they are renamed into place. What a dead process left there is swept after a day.</summary>
internal sealed class StagingArea(string folder, TimeProvider clock)
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);
    private int _swept;

    /// <summary>Writes a stream to a file of its own, durably, and gives the file's path.</summary>
    public async Task<string> WriteAsync(Stream content, CancellationToken cancellationToken)
    {
        DurableFolders.Create(folder);
        if (Interlocked.Exchange(ref _swept, 1) == 0)
        {
            Sweep();
        }

        var staged = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            await using var file = new FileStream(staged, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            await content.CopyToAsync(file, cancellationToken);
            file.Flush(flushToDisk: true);
            return staged;
        }
        catch
        {
            File.Delete(staged);
            throw;
        }
    }

    private void Sweep()
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (File.GetLastWriteTimeUtc(file) < clock.GetUtcNow().UtcDateTime - Abandoned)
            {
                File.Delete(file);
            }
        }
    }
}
