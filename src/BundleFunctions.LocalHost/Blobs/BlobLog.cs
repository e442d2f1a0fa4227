using BundleFunctions.Ports;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.LocalHost.Blobs;

/// <summary>What the delivery of blobs has to tell beyond the invocations themselves.</summary>
internal static partial class BlobLog
{
    [LoggerMessage(20, LogLevel.Information, "{Function}: {Blob} was deleted before it was handled; nothing to do")]
    public static partial void Vanished(ILogger log, string function, BlobName blob);

    [LoggerMessage(21, LogLevel.Warning, "{Function}: try {Try} of {Tries} on {Blob} failed; the next one in {Delay}")]
    public static partial void WillRetry(ILogger log, string function, int @try, int tries, BlobName blob, TimeSpan delay);

    [LoggerMessage(22, LogLevel.Error, "{Function}: {Blob} is set aside as poison after {Tries} tries: {Error}")]
    public static partial void Poisoned(ILogger log, string function, BlobName blob, int tries, string error);

    [LoggerMessage(23, LogLevel.Warning, "{Function}: the store failed while {Blob} was delivered; delivered again later")]
    public static partial void StoreFailed(ILogger log, Exception error, string function, BlobName blob);

    [LoggerMessage(24, LogLevel.Warning, "{Function}: what became of {Blob} was not recorded; the next start may deliver it again")]
    public static partial void ReceiptLost(ILogger log, Exception error, string function, BlobName blob);

    [LoggerMessage(25, LogLevel.Warning, "{Function}: {Container} cannot be listed; tried again in {Delay}")]
    public static partial void ListingFailed(ILogger log, Exception error, string function, string container, TimeSpan delay);
}
