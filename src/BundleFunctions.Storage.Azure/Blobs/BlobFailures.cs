using Azure;
using Azure.Identity;
using BundleFunctions.Ports;

namespace BundleFunctions.Storage.Azure;

/// <summary>Says what a failure of the blob SDK means for the caller.</summary>
internal static class BlobFailures
{
    /// <summary>The failure as the port's exception; null where it is not the store's (cancellation, broken arguments).</summary>
    /// <param name="failure">What the SDK threw. A time-out of its own looks like a cancellation, with many kinds of cause inside.</param>
    /// <param name="action">What was being done.</param>
    /// <param name="cancellationToken">The caller's: where it was not cancelled, the SDK gave up waiting.</param>
    public static StoreException? Wrap(Exception failure, string action, CancellationToken cancellationToken) => failure switch
    {
        StoreException => null,
        OperationCanceledException when cancellationToken.IsCancellationRequested => null,
        RequestFailedException refused => new StoreException($"{action}: {Describe(refused)}", IsTransient(refused.Status), failure),
        AggregateException tries when tries.Flatten().InnerExceptions.LastOrDefault() is { } last => Wrap(last, action, cancellationToken) is { } wrapped
            ? new StoreException(wrapped.Message, wrapped.IsTransient, failure) : null,
        AuthenticationFailedException => new StoreException($"{action}: {failure.Message}", isTransient: false, failure),
        IOException or HttpRequestException or OperationCanceledException =>
            new StoreException($"{action}: {failure.Message}", isTransient: true, failure),
        _ => null,
    };

    /// <summary>404 and 412 reach this place only from a blob that was deleted or overwritten while it was read: opening it again may do.</summary>
    private static bool IsTransient(int status) => status is 0 or 404 or 408 or 412 or 429 or >= 500;

    private static string Describe(RequestFailedException refused) =>
        $"status {refused.Status}, {refused.ErrorCode ?? "no code"}: {refused.Message.Split('\n')[0].Trim()}";
}
