using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.LocalHost.Invocation;
using BundleFunctions.LocalHost.Settings;
using BundleFunctions.Ports;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.LocalHost.Blobs;

/// <summary>Makes one try at one delivery, and says what comes next.</summary>
/// <exception cref="FunctionDiscoveryException">A function's parameter cannot be bound.</exception>
internal sealed class BlobDeliverer(
    FunctionCatalogue functions,
    IBlobStore blobs,
    BlobReceipts receipts,
    InvocationRunner runner,
    LocalHostOptions options,
    TimeProvider clock,
    ILogger<BlobDeliverer> log)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    private readonly Dictionary<BlobFunction, Func<object, BlobInvocation, Task>> _invokers =
        functions.OfKind<BlobFunction>().ToDictionary(function => function, BlobInvoker.Compile);

    /// <summary>Makes one try.</summary>
    /// <returns>The delivery to try again after the delay, or null where the blob is settled, gone, or not ours to settle.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="aborting"/> ended the try.</exception>
    public async Task<(BlobDelivery? Next, TimeSpan Delay)> DeliverAsync(BlobDelivery delivery, CancellationToken aborting)
    {
        try
        {
            var found = await blobs.FindAsync(delivery.Blob, aborting);
            if (found is null)
            {
                BlobLog.Vanished(log, delivery.Function.Name, delivery.Blob);
                return default;
            }
            if (!string.Equals(delivery.ETag, found.ETag, StringComparison.Ordinal))
            {
                delivery = delivery with { ETag = found.ETag, FailedTries = 0 };
            }
            if (!delivery.Forced && receipts.IsSettled(delivery.Function, delivery.Blob, found.ETag))
            {
                return default;
            }

            var (error, etag) = await InvokeAsync(delivery, found.ETag, aborting);
            var tries = delivery.FailedTries + 1;
            if (error is not null && await blobs.FindAsync(delivery.Blob, aborting) is null)
            {
                BlobLog.Vanished(log, delivery.Function.Name, delivery.Blob);
                return default;
            }
            if (error is not null && tries < options.BlobTries)
            {
                var delay = Delay(options.BlobRetryDelay, tries);
                BlobLog.WillRetry(log, delivery.Function.Name, tries, options.BlobTries, delivery.Blob, delay);
                return (delivery with { FailedTries = tries }, delay);
            }

            await SettleAsync(delivery, etag, tries, error, aborting);
            return default;
        }
        catch (StoreException error)
        {
            // The store, not the function, failed: that is no try.
            BlobLog.StoreFailed(log, error, delivery.Function.Name, delivery.Blob);
            return (delivery, Delay(options.BlobRetryDelay, delivery.FailedTries + 2));
        }
    }

    private static TimeSpan Delay(TimeSpan first, int tries)
    {
        var delay = first * Math.Pow(2, Math.Min(tries - 1, 16));
        return delay < LongestDelay ? delay : LongestDelay;
    }

    private async Task<(Exception? Error, string ETag)> InvokeAsync(BlobDelivery delivery, string etag, CancellationToken aborting)
    {
        var invoke = _invokers[delivery.Function];
        await using var content = new LazyBlobStream(blobs, delivery.Blob);
        var error = await runner.RunAsync(
            delivery.Function,
            delivery.Blob.ToString(),
            (instance, cancellation) => invoke(instance, new BlobInvocation(content, delivery.Values, cancellation)),
            aborting);
        return (error, content.OpenedETag ?? etag);
    }

    private async Task SettleAsync(BlobDelivery delivery, string etag, int tries, Exception? error, CancellationToken aborting)
    {
        var function = delivery.Function;
        if (error is not null)
        {
            BlobLog.Poisoned(log, function.Name, delivery.Blob, tries, error.Message);
        }

        var text = error is null ? null : $"{error.GetType().FullName}: {error.Message}";
        var record = new BlobRecord(function.Name, delivery.Blob.ToString(), etag, clock.GetUtcNow(), tries, text);
        try
        {
            await receipts.SettleAsync(function, delivery.Blob, record, aborting);
        }
        catch (StoreException lost)
        {
            BlobLog.ReceiptLost(log, lost, function.Name, delivery.Blob);
        }
    }
}
