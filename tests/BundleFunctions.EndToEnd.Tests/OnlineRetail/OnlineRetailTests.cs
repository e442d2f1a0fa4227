using System.Text.Json;
using BundleFunctions.EndToEnd.Tests.Hosts;
using BundleFunctions.Intake;
using BundleFunctions.Storage.Local;
using BundleFunctions.Testing;

namespace BundleFunctions.EndToEnd.Tests.OnlineRetail;

/// <summary>A real shop, the whole way, against an independent count of its CSV files.</summary>
public sealed class OnlineRetailTests
{
    private const string GreenTeacup = "22697";
    private const string PinkTeacup = "22698";
    private const string RosesTeacup = "22699";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(12);

    [RealDataFact("online-retail")]
    public async Task Run_OnARealShop_ServesTheTeacupsWithEvidenceThatEqualsAnIndependentCount()
    {
        using var directory = new TemporaryDirectory();
        string[] arguments = ["--events", RealData.Folder("online-retail"), "--map", "online-retail"];
        var oracle = RetailOracle.Read(RealData.Folder("online-retail"));

        var (first, generation) = await RunOnceAsync(directory.Path, arguments, oracle);
        first.RecordsRead.ShouldBe(oracle.Rows);
        first.Duplicates.ShouldBe(oracle.Duplicates);
        first.Rejected.ShouldBe(oracle.Faults, ignoreOrder: true);
        (first.Accepted + first.Duplicates + first.Rejected.Values.Sum()).ShouldBe(oracle.Rows);

        var (second, same) = await RunOnceAsync(directory.Path, arguments, oracle);
        second.Accepted.ShouldBe(first.Accepted);
        second.RecordsRead.ShouldBe(first.RecordsRead);
        same.ShouldBe(generation);
    }

    private static async Task<(IntakeOverview Totals, string? Generation)> RunOnceAsync(string directory, string[] arguments, RetailOracle oracle)
    {
        await using var host = HostProcess.Start(directory, arguments);
        var ready = await host.WaitUntilReadyAsync(Limit);
        using var client = new ShopClient(ready);
        var answer = await client.GetProductBundlesAsync(GreenTeacup);
        answer.GetProperty("strategy").GetString().ShouldBe("bundle");
        var offers = answer.GetProperty("bundles").EnumerateArray().ToList();
        var teacups = offers.First(offer => ShopClient.ProductsOf(offer) is var items && items.Contains(PinkTeacup) && items.Contains(RosesTeacup));
        ShopClient.ProductsOf(offers[0]).ShouldBe(ShopClient.ProductsOf(teacups), "the teacups belong on top");
        foreach (var offer in offers)
        {
            EvidenceEquals(offer, oracle);
        }

        var blobs = new FolderBlobStore(Path.Combine(directory, "blobs"), TimeProvider.System);
        return (await new IntakeSummary(blobs).ReadAsync(Identifier.Parse<ShopId>(ready.Shop), CancellationToken.None), ready.Generation);
    }

    private static void EvidenceEquals(JsonElement offer, RetailOracle oracle)
    {
        var items = ShopClient.ProductsOf(offer);
        var evidence = offer.GetProperty("evidence");
        evidence.GetProperty("orders").GetInt32().ShouldBe(oracle.Count(items));
        evidence.GetProperty("anchorOrders").GetInt32().ShouldBe(oracle.Count(items[0]));
        evidence.GetProperty("restOrders").GetInt32().ShouldBe(oracle.Count(items[1..]));
        evidence.GetProperty("totalOrders").GetInt32().ShouldBe(oracle.TotalOrders);
    }
}
