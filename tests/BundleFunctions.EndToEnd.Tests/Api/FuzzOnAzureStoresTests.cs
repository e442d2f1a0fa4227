using BundleFunctions.EndToEnd.Tests.Hosts;
using BundleFunctions.EndToEnd.Tests.Stores;
using BundleFunctions.Testing;

namespace BundleFunctions.EndToEnd.Tests.Api;

[RequiresAzurite]
[Collection(MemoryCollection.Name)]
public sealed class FuzzOnAzureStoresTests
{
    [ContractFact]
    public async Task Api_RequestsMadeOfItsDocument_NeverFailsAndNeverAnswersForAnotherShop()
    {
        using var directory = new TemporaryDirectory();
        await using var stores = await AzureStores.StartAsync();
        await using var api = InProcessApi.Start(directory.Path, stores.Pair.Environment);

        (await FuzzScenario.RunAsync(api)).ShouldBeGreaterThan(15);
    }
}
