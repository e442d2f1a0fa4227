using BundleFunctions.Ports;
using BundleFunctions.Testing;

namespace BundleFunctions.Storage.Tests;

public sealed class InMemoryBlobStoreTests : BlobStoreContract
{
    protected override IBlobStore Store { get; } = new InMemoryBlobStore();

    protected override IBlobStore OpenAgain() => Store;
}
