using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace BundleFunctions.Storage.Azure;

/// <summary>Makes the SDK's client from options.</summary>
public static class BlobServiceClientFactory
{
    /// <summary>Makes a client; nothing is sent yet.</summary>
    /// <exception cref="ArgumentException">The options name no account, or two.</exception>
    /// <exception cref="FormatException">The connection string cannot be read.</exception>
    public static BlobServiceClient Create(AzureBlobOptions options)
    {
        var settings = new BlobClientOptions
        {
            Retry =
            {
                Mode = RetryMode.Exponential,
                MaxRetries = options.MaxRetries,
                Delay = options.RetryDelay,
                MaxDelay = options.MaxRetryDelay,
                NetworkTimeout = options.NetworkTimeout,
            },
        };
        return options switch
        {
            { ConnectionString: { } connectionString, ServiceUri: null } => new BlobServiceClient(connectionString, settings),
            { ConnectionString: null, ServiceUri: { } uri } => new BlobServiceClient(uri, new DefaultAzureCredential(), settings),
            _ => throw new ArgumentException("Expected either a connection string or a service URI for the blob store.", nameof(options)),
        };
    }
}
