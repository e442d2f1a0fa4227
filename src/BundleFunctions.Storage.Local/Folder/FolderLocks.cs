using BundleFunctions.Ports;

namespace BundleFunctions.Storage.Local;

/// <summary>Locks by blob name that hold between the processes that share a folder, and are let go when a process dies.</summary>
/// <remarks>A lock is an open file that nobody else may open (flock on Unix). Names share a small number of lock files.</remarks>
internal sealed class FolderLocks(string folder, TimeProvider clock)
{
    private const int Stripes = 64;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim[] _here = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for a name's lock; dispose what is given to let it go.</summary>
    /// <exception cref="StoreException">Another process held it for 30 seconds.</exception>
    public async Task<IDisposable> TakeAsync(BlobName name, CancellationToken cancellationToken)
    {
        var stripe = StripeOf(name);
        await _here[stripe].WaitAsync(cancellationToken);
        try
        {
            return new Held(await OpenAsync(Path.Combine(folder, $"{stripe}"), cancellationToken), _here[stripe]);
        }
        catch
        {
            _here[stripe].Release();
            throw;
        }
    }

    // FNV-1a over UTF-16 units: string.GetHashCode differs from process to process.
    private static int StripeOf(BlobName name)
    {
        var hash = 2166136261u;
        foreach (var c in name.ToString())
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (int)(hash % Stripes);
    }

    private async Task<FileStream> OpenAsync(string file, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        for (var wait = 1; ; wait = Math.Min(wait * 2, 16))
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            }
            catch (DirectoryNotFoundException)
            {
                Directory.CreateDirectory(folder);
            }
            catch (IOException busy) when (FileFailures.IsLocked(busy))
            {
                if (clock.GetElapsedTime(started) > Patience)
                {
                    throw new StoreException($"The lock {file} was held for {Patience.TotalSeconds:0} s.", isTransient: true, busy);
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(wait), cancellationToken);
        }
    }

    private sealed class Held(FileStream file, SemaphoreSlim here) : IDisposable
    {
        public void Dispose()
        {
            file.Dispose();
            here.Release();
        }
    }
}
