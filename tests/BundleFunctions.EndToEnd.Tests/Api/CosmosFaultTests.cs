using System.Diagnostics;
using System.Text.Json;
using BundleFunctions.EndToEnd.Tests.Hosts;
using BundleFunctions.Testing;

namespace BundleFunctions.EndToEnd.Tests.Api;

/// <summary>The document store fails in every way that is known of it while shoppers ask: no answer is wrong, hardly one is refused, and it is over
/// when the store is back.</summary>
public sealed class CosmosFaultTests
{
    private const int Askers = 8;
    private static readonly TimeSpan Phase = TimeSpan.FromSeconds(2);

    private static readonly Dictionary<string, CosmosFaults> Phases = new(StringComparer.Ordinal)
    {
        ["throttled"] = new CosmosFaults { ThrottledReads = 0.7, ThrottledWrites = 0.7, RetryAfter = TimeSpan.FromMilliseconds(200) },
        ["unavailable"] = new CosmosFaults { UnavailableReads = 1, UnavailableWrites = 1 },
        ["slow"] = new CosmosFaults { Delay = TimeSpan.FromSeconds(5) },
        ["garbage"] = new CosmosFaults { GarbageReads = 0.8 },
        ["all at once"] = new CosmosFaults { ThrottledReads = 0.2, UnavailableReads = 0.2, GarbageReads = 0.2, Delay = TimeSpan.FromMilliseconds(50) },
    };

    [Fact]
    public async Task Answers_WhileTheDocumentStoreFails_AreRightAndGivenAndFreshAgainAfterwards()
    {
        using var directory = new TemporaryDirectory();
        await using var cosmos = await CosmosStandIn.StartAsync(TimeProvider.System);
        await using var api = InProcessApi.Start(directory.Path, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Cosmos__Endpoint"] = cosmos.Endpoint.ToString(),
            ["Cosmos__Key"] = CosmosStandIn.Key,
            ["Cosmos__Gateway"] = "true",
            ["Cosmos__CreateIfMissing"] = "true",
        });
        var shops = await TwoShops.OpenAsync(api.Services);

        // Half of the products are in memory, the others never were.
        for (var i = 0; i < TwoShops.Pairs; i += 2)
        {
            (await AskAsync(api, shops, i, "warm")).ShouldBeTrue();
        }

        var (asked, refused) = (0, 0);
        foreach (var (name, faults) in Phases)
        {
            cosmos.Faults = faults;
            var clock = Stopwatch.StartNew();
            var loads = await Task.WhenAll(Enumerable.Range(0, Askers).Select(async asker =>
            {
                var (all, bad) = (0, 0);
                for (var i = asker; clock.Elapsed < Phase; i++, all++)
                {
                    bad += await AskAsync(api, shops, i % TwoShops.Pairs, name) ? 0 : 1;
                    await Task.Delay(2);
                }

                return (all, bad);
            }));
            asked += loads.Sum(load => load.all);
            refused += loads.Sum(load => load.bad);
            cosmos.Faults = CosmosFaults.None;
        }

        asked.ShouldBeGreaterThan(100);
        ((double)refused / asked).ShouldBeLessThan(0.001);
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(30), async () =>
        {
            var answer = JsonDocument.Parse((await api.SendAsync(Question(shops, 1))).Text).RootElement;
            answer.TryGetProperty("stale", out _).ShouldBeFalse();
            answer.GetProperty("strategy").GetString().ShouldBe("bundle");
        });
    }

    [Fact]
    public async Task Answers_WhileGenerationsAreHalfPublishedAndSwitched_AreEachOfOneGeneration()
    {
        using var directory = new TemporaryDirectory();
        await using var cosmos = await CosmosStandIn.StartAsync(TimeProvider.System);
        await using var api = InProcessApi.Start(directory.Path, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Cosmos__Endpoint"] = cosmos.Endpoint.ToString(),
            ["Cosmos__Key"] = CosmosStandIn.Key,
            ["Cosmos__Gateway"] = "true",
            ["Cosmos__CreateIfMissing"] = "true",
            ["Serving__PointerAge"] = "00:00:00.050",
        });
        var shops = await TwoShops.OpenAsync(api.Services);
        var ordersOf = new Dictionary<string, int>(StringComparer.Ordinal) { [await GenerationAsync(api, shops)] = 60 };

        // Writes fail by turns: a generation is half there for a while, its pointer's ETag has moved on, answers to writes are lost.
        cosmos.Faults = new CosmosFaults { ThrottledWrites = 0.2, UnavailableWrites = 0.05, LostAnswers = 0.1 };
        var seen = new List<(string Generation, int Orders)>();
        var publishing = Task.Run(async () =>
        {
            foreach (var orders in new[] { 70, 80, 90 })
            {
                var generation = await TwoShops.PublishAsync(api.Services, TwoShops.Shop, "EUR", orders);
                lock (ordersOf)
                {
                    ordersOf[generation.Value] = orders;
                }

                await Task.Delay(300);
            }
        });
        while (!publishing.IsCompleted)
        {
            var answer = await api.SendAsync(Question(shops, seen.Count % TwoShops.Pairs));
            answer.Status.ShouldBe(200, answer.Text);
            var json = JsonDocument.Parse(answer.Text).RootElement;
            foreach (var bundle in json.GetProperty("bundles").EnumerateArray())
            {
                var pair = int.Parse(bundle.GetProperty("items")[0].GetProperty("productId").GetString()![2..], null);
                seen.Add((json.GetProperty("generation").GetString()!, (bundle.GetProperty("evidence").GetProperty("orders").GetInt32() + pair) / 10));
            }

            await Task.Delay(2);
        }

        await publishing;
        seen.ShouldAllBe(entry => ordersOf[entry.Generation] == entry.Orders);
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(20), async () => ordersOf[await GenerationAsync(api, shops)].ShouldBe(90));
    }

    private static async Task<string> GenerationAsync(InProcessApi api, TwoShops shops) =>
        JsonDocument.Parse((await api.SendAsync(Question(shops, 0))).Text).RootElement.GetProperty("generation").GetString()!;

    private static ApiRequest Question(TwoShops shops, int pair) =>
        new("GET", $"/api/v1/{TwoShops.Mine}/products/a-{pair}/bundles", "", [("x-api-key", shops.ReadKey)]);

    /// <summary>Whether an answer was given; a wrong one fails the test.</summary>
    private static async Task<bool> AskAsync(InProcessApi api, TwoShops shops, int pair, string phase)
    {
        var answer = await api.SendAsync(Question(shops, pair));
        if (answer.Status != 200)
        {
            return false;
        }

        var json = JsonDocument.Parse(answer.Text).RootElement;
        var isOwn = json.GetProperty("strategy").GetString() is "bundle";
        foreach (var bundle in json.GetProperty("bundles").EnumerateArray())
        {
            var products = bundle.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("productId").GetString()!).ToList();
            products.Select(product => product[2..]).Distinct(StringComparer.Ordinal).Count().ShouldBe(1, phase);
            (!isOwn || products.Contains($"a-{pair}")).ShouldBeTrue(phase);
            bundle.GetProperty("price").GetProperty("currency").GetString().ShouldBe("EUR", phase);
        }

        // What is in memory is answered with, whatever the store does.
        (pair % 2 == 1 || isOwn).ShouldBeTrue($"{phase}: {answer.Text}");
        return true;
    }
}
