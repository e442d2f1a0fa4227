using BundleFunctions.Ports;
using BundleFunctions.Storage.Azure;
using BundleFunctions.Testing;

namespace BundleFunctions.Storage.Tests;

[RequiresCosmosEndpoint]
public sealed class CosmosEndpointDocumentStoreContractTests : DocumentStoreContract, IDisposable
{
    private readonly Lazy<CosmosDocumentStore> _store = new(Open);
    private readonly Lazy<CosmosDocumentStore> _again = new(Open);

    protected override IDocumentStore Store => _store.Value;

    protected override IDocumentStore OpenAgain() => _again.Value;

    protected override Task PassTimeAsync(TimeSpan time) => Task.Delay(time);

    public void Dispose()
    {
        foreach (var store in (Lazy<CosmosDocumentStore>[])[_store, _again])
        {
            if (store.IsValueCreated)
            {
                store.Value.Dispose();
            }
        }
    }

    private static CosmosDocumentStore Open() => new(
        new CosmosDocumentOptions
        {
            Endpoint = new Uri(RequiresCosmosEndpointAttribute.Endpoint!),
            Key = Environment.GetEnvironmentVariable("COSMOS_KEY") is { Length: > 0 } key ? key : null,
            Database = "bundles-tests",
            Gateway = true,
            CreateIfMissing = true,
        },
        TimeProvider.System);
}
