using BundleFunctions.Ports;
using BundleFunctions.Testing;

namespace BundleFunctions.Storage.Tests;

public sealed class InMemoryDocumentStoreTests : DocumentStoreContract
{
    private readonly ManualClock _clock = new();

    public InMemoryDocumentStoreTests() => Store = new InMemoryDocumentStore(_clock);

    protected override IDocumentStore Store { get; }

    protected override IDocumentStore OpenAgain() => Store;

    protected override Task PassTimeAsync(TimeSpan time)
    {
        _clock.Advance(time);
        return Task.CompletedTask;
    }
}
