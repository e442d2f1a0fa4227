using BundleFunctions.EndToEnd.Tests.Hosts;
using BundleFunctions.EndToEnd.Tests.Stores;
using BundleFunctions.Testing;

namespace BundleFunctions.EndToEnd.Tests.Api;

[RequiresAzurite]
public sealed class MigrationShimTests
{
    [Fact]
    public async Task Shim_LocalStores_AnswersTheRequestsOfTheRetiredServices()
    {
        using var directory = new TemporaryDirectory();
        await using var api = InProcessApi.Start(directory.Path, new Dictionary<string, string>(StringComparer.Ordinal));

        await MigrationShimScenario.RunAsync(api);
    }

    [ContractFact]
    public async Task Shim_AzureStores_AnswersTheRequestsOfTheRetiredServices()
    {
        using var directory = new TemporaryDirectory();
        await using var stores = await AzureStores.StartAsync();
        await using var api = InProcessApi.Start(directory.Path, stores.Pair.Environment);

        await MigrationShimScenario.RunAsync(api);
    }
}
