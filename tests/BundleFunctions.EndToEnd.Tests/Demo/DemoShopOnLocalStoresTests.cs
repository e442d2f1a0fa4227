using BundleFunctions.EndToEnd.Tests.Hosts;
using BundleFunctions.EndToEnd.Tests.Stores;

namespace BundleFunctions.EndToEnd.Tests.Demo;

/// <summary>The demo shop on folder and SQLite.</summary>
public sealed class DemoShopOnLocalStoresTests
{
    [Fact]
    public async Task Run_OnFolderAndSqlite_TakesTheDemoShopTheWholeWayTwiceAlike()
    {
        using var one = new TemporaryDirectory();
        using var other = new TemporaryDirectory();

        var generation = await DemoShopScenario.PlayAsync(LocalStores.In(one.Path), one.Path);

        // Another directory has another pseudonym key: bundles must not depend on it.
        (await DemoShopScenario.PlayAsync(LocalStores.In(other.Path), other.Path)).ShouldBe(generation);
    }
}
