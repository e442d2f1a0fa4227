using BundleFunctions.Ports;
using BundleFunctions.Storage.Local;
using BundleFunctions.Testing;

namespace BundleFunctions.Storage.Tests;

public sealed class FolderBlobStoreContractTests : BlobStoreContract, IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("bundles-blobs-");

    public FolderBlobStoreContractTests() => Store = OpenAgain();

    protected override IBlobStore Store { get; }

    protected override IBlobStore OpenAgain() => new FolderBlobStore(_root.FullName, TimeProvider.System);

    public void Dispose() => _root.Delete(recursive: true);
}
