using BundleFunctions.EndToEnd.Tests.Hosts;
using BundleFunctions.EndToEnd.Tests.Stores;
using BundleFunctions.Testing;

namespace BundleFunctions.EndToEnd.Tests.Demo;

/// <summary>The demo shop on Azurite and the Cosmos SDK.</summary>
[RequiresAzurite]
public sealed class DemoShopOnAzureStoresTests
{
    [ContractFact]
    public async Task Run_OnAzuriteAndCosmos_TakesTheDemoShopTheWholeWay()
    {
        using var directory = new TemporaryDirectory();
        await using var stores = await AzureStores.StartAsync();

        await DemoShopScenario.PlayAsync(stores.Pair, directory.Path);

        stores.Documents.ShouldBeGreaterThan(200);
        File.Exists(Path.Combine(directory.Path, "documents.db")).ShouldBeFalse();
        Directory.Exists(Path.Combine(directory.Path, "blobs")).ShouldBeFalse();
    }
}
