using Microsoft.Azure.Cosmos;

namespace BundleFunctions.Storage.Azure;

/// <summary>The container, made by the first call where the options say so.</summary>
internal sealed class CosmosContainer(CosmosClient client, CosmosDocumentOptions options) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile bool _ready = !options.CreateIfMissing;

    /// <summary>The container, ready for use.</summary>
    public async ValueTask<Container> GetAsync(CancellationToken cancellationToken)
    {
        var container = client.GetContainer(options.Database, options.Container);
        if (_ready)
        {
            return container;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_ready)
            {
                Database database = await client.CreateDatabaseIfNotExistsAsync(options.Database, cancellationToken: cancellationToken);
                await database.CreateContainerIfNotExistsAsync(Properties(), cancellationToken: cancellationToken);
                _ready = true;
            }

            return container;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    // Documents are read by key alone: an index would only make writes dearer. Time to live -1 switches it on without a default.
    private ContainerProperties Properties() => new(options.Container, "/pk")
    {
        PartitionKeyDefinitionVersion = PartitionKeyDefinitionVersion.V2,
        DefaultTimeToLive = -1,
        IndexingPolicy = new IndexingPolicy { Automatic = false, IndexingMode = IndexingMode.None },
    };
}
