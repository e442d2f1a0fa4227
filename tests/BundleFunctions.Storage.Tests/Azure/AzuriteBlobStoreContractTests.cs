using BundleFunctions.Ports;
using BundleFunctions.Storage.Azure;
using BundleFunctions.Testing;

namespace BundleFunctions.Storage.Tests;

[RequiresAzurite]
public sealed class AzuriteBlobStoreContractTests(AzuriteFixture azurite) : BlobStoreContract, IClassFixture<AzuriteFixture>
{
    protected override IBlobStore Store => field ??= OpenAgain();

    protected override int ListingSize => 300;

    protected override IBlobStore OpenAgain() => new AzureBlobStore(new AzureBlobOptions { ConnectionString = azurite.ConnectionString });
}
