using System.Collections.Concurrent;
using System.Threading.Channels;
using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.LocalHost.Settings;
using BundleFunctions.Ports;

namespace BundleFunctions.LocalHost.Blobs;

/// <summary>Hands blobs to their functions, several at once, each blob to one invocation of a function at a time.</summary>
internal sealed class BlobDispatcher(BlobDeliverer deliverer, LocalHostOptions options, HostJson host, TimeProvider clock)
{
    private readonly Channel<BlobDelivery> _queue = Channel.CreateUnbounded<BlobDelivery>();

    // True where the blob was asked for again while it was under way: it is then delivered once more afterwards.
    private readonly ConcurrentDictionary<(string Function, BlobName Blob), bool> _underway = new();

    /// <summary>Whether a blob is queued, being handled, or waiting for its next try.</summary>
    public bool IsUnderway(BlobFunction function, BlobName blob) => _underway.ContainsKey((function.Name, blob));

    /// <summary>Queues a blob for a function; false where the function's pattern does not fit it.</summary>
    /// <param name="function">The function.</param>
    /// <param name="blob">The blob.</param>
    /// <param name="forced">Whether it is delivered although a receipt says that it was.</param>
    public bool TryEnqueue(BlobFunction function, BlobName blob, bool forced)
    {
        var pattern = function.Pattern;
        if (!string.Equals(pattern.Container, blob.Container, StringComparison.Ordinal) || !pattern.TryMatch(blob.Path, out var values))
        {
            return false;
        }

        var key = (function.Name, blob);
        if (_underway.TryAdd(key, value: false))
        {
            _queue.Writer.TryWrite(new BlobDelivery(function, blob, values, Forced: forced));
        }
        else
        {
            _underway.TryUpdate(key, newValue: true, comparisonValue: false);
        }
        return true;
    }

    /// <summary>Delivers until <paramref name="stopping"/>, then lets what runs finish; <paramref name="aborting"/> cancels that.</summary>
    public Task WorkAsync(CancellationToken stopping, CancellationToken aborting)
    {
        var degree = options.BlobConcurrency ?? host.BlobConcurrency ?? Environment.ProcessorCount;
        return Task.WhenAll(Enumerable.Range(0, degree).Select(_ => Task.Run(() => DeliverAsync(stopping, aborting), CancellationToken.None)));
    }

    private async Task DeliverAsync(CancellationToken stopping, CancellationToken aborting)
    {
        try
        {
            while (true)
            {
                var delivery = await _queue.Reader.ReadAsync(stopping);
                var (next, delay) = await deliverer.DeliverAsync(delivery, aborting);
                if (next is not null)
                {
                    _ = EnqueueLaterAsync(next, delay, stopping);
                    continue;
                }

                var key = (delivery.Function.Name, delivery.Blob);
                if (!_underway.TryRemove(KeyValuePair.Create(key, value: false)) && _underway.TryUpdate(key, newValue: false, comparisonValue: true))
                {
                    _queue.Writer.TryWrite(delivery with { ETag = null, FailedTries = 0, Forced = false });
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What is queued or half done has no receipt, so the next start finds it again.
        }
    }

    private async Task EnqueueLaterAsync(BlobDelivery delivery, TimeSpan delay, CancellationToken stopping)
    {
        await Task.Delay(delay, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _queue.Writer.TryWrite(delivery);
    }
}
