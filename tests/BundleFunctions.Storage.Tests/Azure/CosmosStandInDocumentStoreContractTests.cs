using BundleFunctions.Ports;
using BundleFunctions.Storage.Azure;
using BundleFunctions.Testing;

namespace BundleFunctions.Storage.Tests;

public sealed class CosmosStandInDocumentStoreContractTests : DocumentStoreContract, IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private readonly List<CosmosDocumentStore> _opened = [];
    private CosmosStandIn? _cosmos;

    protected override IDocumentStore Store => field ??= OpenAgain();

    public async Task InitializeAsync() => _cosmos = await CosmosStandIn.StartAsync(_clock);

    protected override IDocumentStore OpenAgain()
    {
        var store = new CosmosDocumentStore(CosmosTestOptions.For(_cosmos!), TimeProvider.System);
        lock (_opened)
        {
            _opened.Add(store);
        }

        return store;
    }

    protected override Task PassTimeAsync(TimeSpan time)
    {
        _clock.Advance(time);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        _opened.ForEach(store => store.Dispose());
        await _cosmos!.DisposeAsync();
    }
}
