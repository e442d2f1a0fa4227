using BundleFunctions.EndToEnd.Tests.Hosts;

namespace BundleFunctions.EndToEnd.Tests.Api;

[Collection(MemoryCollection.Name)]
public sealed class FuzzOnLocalStoresTests
{
    [Fact]
    public async Task Api_RequestsMadeOfItsDocument_NeverFailsAndNeverAnswersForAnotherShop()
    {
        using var directory = new TemporaryDirectory();
        await using var api = InProcessApi.Start(directory.Path, new Dictionary<string, string>(StringComparer.Ordinal));

        (await FuzzScenario.RunAsync(api)).ShouldBeGreaterThan(15);
    }
}
