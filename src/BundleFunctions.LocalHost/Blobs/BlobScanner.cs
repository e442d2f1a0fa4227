using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.LocalHost.Settings;
using BundleFunctions.Ports;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.LocalHost.Blobs;

/// <summary>Lists a function's container again and again, and queues what has no receipt.</summary>
internal sealed class BlobScanner(
    IBlobStore blobs,
    BlobReceipts receipts,
    BlobDispatcher dispatcher,
    LocalHostOptions options,
    TimeProvider clock,
    ILogger<BlobScanner> log)
{
    /// <summary>Scans until <paramref name="stopping"/>.</summary>
    public async Task WorkAsync(BlobFunction function, CancellationToken stopping)
    {
        try
        {
            var loaded = false;
            while (true)
            {
                var started = clock.GetTimestamp();
                try
                {
                    if (!loaded)
                    {
                        await receipts.LoadAsync(function, stopping);
                        loaded = true;
                    }
                    await ScanAsync(function, stopping);
                }
                catch (StoreException error)
                {
                    BlobLog.ListingFailed(log, error, function.Name, function.Pattern.Container, options.BlobPollInterval);
                }

                // A container too large to list in a moment is listed less often, so that listing never takes most of the time.
                var pause = clock.GetElapsedTime(started) * 4;
                await Task.Delay(pause > options.BlobPollInterval ? pause : options.BlobPollInterval, clock, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }

    private async Task ScanAsync(BlobFunction function, CancellationToken stopping)
    {
        var pattern = function.Pattern;
        var folders = receipts.FoldersOf(function);
        var present = new HashSet<BlobName>();
        await foreach (var entry in blobs.ListAsync(pattern.Container, pattern.Prefix, stopping))
        {
            if (!pattern.TryMatch(entry.Name.Path, out _))
            {
                continue;
            }

            present.Add(entry.Name);
            if (!receipts.IsSettled(function, entry.Name, entry.ETag) && !dispatcher.IsUnderway(function, entry.Name))
            {
                dispatcher.TryEnqueue(function, entry.Name, forced: false);
            }
        }
        await receipts.PruneAsync(function, folders, present, stopping);
    }
}
