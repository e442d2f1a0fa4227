using Azure.Identity;
using Microsoft.Azure.Cosmos;

namespace BundleFunctions.Storage.Azure;

/// <summary>Makes the SDK's client from options.</summary>
public static class CosmosClientFactory
{
    /// <summary>Makes a client; nothing is sent yet. A process needs one for each account.</summary>
    public static CosmosClient Create(CosmosDocumentOptions options)
    {
        var settings = new CosmosClientOptions
        {
            ApplicationName = "BundleFunctions",
            ConnectionMode = options.Gateway ? ConnectionMode.Gateway : ConnectionMode.Direct,

            // An emulator in a container names itself by an address that may not be reached from outside.
            LimitToEndpoint = options.Endpoint.IsLoopback,
            MaxRetryAttemptsOnRateLimitedRequests = options.MaxThrottledRetries,
            MaxRetryWaitTimeOnRateLimitedRequests = options.MaxThrottledWait,
            RequestTimeout = options.RequestTimeout,
            EnableContentResponseOnWrite = false,
        };
        var endpoint = options.Endpoint.ToString();
        return options.Key is { } key
            ? new CosmosClient(endpoint, key, settings)
            : new CosmosClient(endpoint, new DefaultAzureCredential(), settings);
    }
}
