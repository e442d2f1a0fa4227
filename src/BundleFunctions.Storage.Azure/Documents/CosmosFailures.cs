using System.Net;
using Azure.Identity;
using BundleFunctions.Ports;
using Microsoft.Azure.Cosmos;

namespace BundleFunctions.Storage.Azure;

/// <summary>Says what an answer or a failure of the Cosmos SDK means for the caller.</summary>
internal static class CosmosFailures
{
    private const string SubStatus = "x-ms-substatus";

    /// <summary>Whether the item is not there. A missing container, or a replica that lags behind this session, is another matter.</summary>
    public static bool IsMissingItem(ResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.NotFound && answer.Headers[SubStatus] is null or "" or "0";

    /// <summary>Whether the same request may succeed later: throttled, timed out, moved, unavailable, or a lagging replica.</summary>
    public static bool IsTransient(HttpStatusCode status, string? subStatus = null) =>
        (int)status is 0 or 408 or 410 or 429 or 449 or >= 500 || (status == HttpStatusCode.NotFound && subStatus is "1002");

    /// <summary>Whether the answer's request may succeed later.</summary>
    public static bool IsTransient(ResponseMessage answer) => IsTransient(answer.StatusCode, answer.Headers[SubStatus]);

    /// <summary>An answer that is no value of the port.</summary>
    public static StoreException Refused(ResponseMessage answer, string action)
    {
        var reason = answer.ErrorMessage is { Length: > 0 } message ? ": " + message.Split('\n')[0].Trim() : "";
        return new StoreException(
            $"{action}: status {(int)answer.StatusCode}, sub-status {answer.Headers[SubStatus] ?? "none"}{reason}", IsTransient(answer));
    }

    /// <summary>The failure as the port's exception; null where it is not the store's.</summary>
    public static StoreException? Wrap(Exception failure, string action, CancellationToken cancellationToken) => failure switch
    {
        StoreException => null,
        CosmosException refused => new StoreException(
            $"{action}: status {(int)refused.StatusCode}: {refused.Message.Split('\n')[0].Trim()}", IsTransient(refused.StatusCode), failure),
        AuthenticationFailedException => new StoreException($"{action}: {failure.Message}", isTransient: false, failure),
        OperationCanceledException when cancellationToken.IsCancellationRequested => null,
        OperationCanceledException or HttpRequestException or IOException =>
            new StoreException($"{action}: {failure.Message}", isTransient: true, failure),
        _ => null,
    };
}
