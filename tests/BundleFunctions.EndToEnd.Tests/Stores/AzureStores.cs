using BundleFunctions.Storage.Azure;
using BundleFunctions.Testing;

namespace BundleFunctions.EndToEnd.Tests.Stores;

/// <summary>Azurite and the Cosmos stand-in, for a host in another process that uses the real SDKs.</summary>
internal sealed class AzureStores : IAsyncDisposable
{
    private readonly AzuriteProcess _azurite;
    private readonly CosmosStandIn _cosmos;

    private AzureStores(AzuriteProcess azurite, CosmosStandIn cosmos) => (_azurite, _cosmos) = (azurite, cosmos);

    public StorePair Pair => new(
        new AzureBlobStore(new AzureBlobOptions { ConnectionString = _azurite.ConnectionString }),
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ShopStorage"] = _azurite.ConnectionString,
            ["Cosmos__Endpoint"] = _cosmos.Endpoint.ToString(),
            ["Cosmos__Key"] = CosmosStandIn.Key,
            ["Cosmos__Gateway"] = "true",
            ["Cosmos__CreateIfMissing"] = "true",
        });

    /// <summary>Documents that the host wrote.</summary>
    public int Documents => _cosmos.Items().Count;

    public static async Task<AzureStores> StartAsync() =>
        new(await AzuriteProcess.StartAsync(), await CosmosStandIn.StartAsync(TimeProvider.System));

    public async ValueTask DisposeAsync()
    {
        await _azurite.DisposeAsync();
        await _cosmos.DisposeAsync();
    }
}
