using System.Diagnostics;
using System.Net;
using System.Text.Json;
using BundleFunctions.DemoShop;
using BundleFunctions.EndToEnd.Tests.Hosts;
using BundleFunctions.EndToEnd.Tests.Stores;
using BundleFunctions.Lake;
using BundleFunctions.Testing;

namespace BundleFunctions.EndToEnd.Tests.Demo;

/// <summary>The demo shop, the whole way: files dropped, trained, published, asked, clicked.</summary>
internal static class DemoShopScenario
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    /// <returns>The generation that served, which the same data must give on every pair of stores.</returns>
    public static async Task<string> PlayAsync(StorePair stores, string directory)
    {
        await using var host = HostProcess.Start(directory, [], stores.Environment);
        var ready = await host.WaitUntilReadyAsync(Limit);
        using var client = new ShopClient(ready);

        await PrintedLinesWorkAsTheyStandAsync(host);
        var shop = DemoShopGenerator.Generate(new DemoShopOptions());
        await PlantedBundlesComeBackOnTopAsync(client, shop);

        // Where DuckDB is neither installed nor required, nobody else than we can read the lake.
        if (DuckDb.IsInstalled || DuckDb.IsRequired)
        {
            await EvidenceScenario.PlayAsync(
                client, stores, Identifier.Parse<ShopId>(ready.Shop), [.. shop.Products.Select(product => product.ProductId.Value)]);
        }

        await AnswersAreCacheableAndNamedAsync(client);
        await SessionScenario.PlayAsync(client);
        await AssistantScenario.PlayAsync(client, shop);
        await BadRequestsAreRefusedInWordsAsync(client, ready);
        await ClickComesBackThroughThePorchAsync(client, stores, ready);
        await RollBackWithoutAPreviousGenerationSaysSoAsync(client, ready);
        return ready.Generation.ShouldNotBeNull();
    }

    /// <summary>What a person does who copies the lines that the run printed.</summary>
    private static async Task PrintedLinesWorkAsTheyStandAsync(HostProcess host)
    {
        // The ready file may be seen before what was printed ahead of it has come through the pipe.
        var lines = PrintedLines(host);
        for (var waited = Stopwatch.StartNew(); lines.Count < 5 && waited.Elapsed < TimeSpan.FromSeconds(20); lines = PrintedLines(host))
        {
            await Task.Delay(50);
        }

        lines.Count.ShouldBe(5);
        foreach (var line in lines)
        {
            using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", line.Replace("curl ", "curl --fail-with-body ", StringComparison.Ordinal)])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            })!;
            var answer = await shell.StandardOutput.ReadToEndAsync();
            await shell.WaitForExitAsync();
            shell.ExitCode.ShouldBe(0, $"{line}\n{answer}");
            JsonDocument.Parse(answer).RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
        }
    }

    private static List<string> PrintedLines(HostProcess host) =>
        [.. host.Output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("curl ", StringComparison.Ordinal))];

    private static async Task PlantedBundlesComeBackOnTopAsync(ShopClient client, SeededShop shop)
    {
        var planted = shop.Truth.Bundles;
        var whole = 0;
        var missed = new List<string>();
        foreach (var bundle in planted)
        {
            var answer = await client.GetProductBundlesAsync(bundle.Anchor.Value);
            var top = answer.GetProperty("bundles").EnumerateArray().Select(ShopClient.ProductsOf).FirstOrDefault() ?? [];
            var expected = bundle.Members.Select(member => member.ProductId.Value).Prepend(bundle.Anchor.Value).Order(StringComparer.Ordinal);
            if (top.Order(StringComparer.Ordinal).SequenceEqual(expected))
            {
                whole++;
            }
            else
            {
                missed.Add($"{string.Join('+', expected)} got {string.Join('+', top)}");
            }
        }

        ((double)whole / planted.Count).ShouldBeGreaterThanOrEqualTo(0.9, string.Join('\n', missed));
    }

    private static async Task AnswersAreCacheableAndNamedAsync(ShopClient client)
    {
        var home = await client.GetAsync("bundles?limit=3");
        home.GetProperty("bundles").GetArrayLength().ShouldBe(3);
        var anchor = ShopClient.ProductsOf(home.GetProperty("bundles")[0])[0];
        var route = $"products/{Uri.EscapeDataString(anchor)}/bundles";
        using var first = await client.SendAsync(HttpMethod.Get, route);
        first.Headers.CacheControl!.Public.ShouldBeTrue();
        using var second = await client.SendAsync(HttpMethod.Get, route, ifNoneMatch: first.Headers.ETag!.ToString());
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);

        var answer = await client.GetProductBundlesAsync(anchor);
        answer.GetProperty("strategy").GetString().ShouldBe("bundle");
        var bundle = answer.GetProperty("bundles")[0];
        bundle.GetProperty("price").GetProperty("offer").GetDecimal().ShouldBeLessThanOrEqualTo(bundle.GetProperty("price").GetProperty("list").GetDecimal());
        bundle.GetProperty("evidence").GetProperty("orders").GetInt32().ShouldBeGreaterThan(0);
        bundle.GetProperty("reasons").GetArrayLength().ShouldBeGreaterThan(0);

        var unknown = await client.GetProductBundlesAsync("no-such-product");
        unknown.GetProperty("strategy").GetString().ShouldBe("popular");
        unknown.GetProperty("missingIds")[0].GetString().ShouldBe("no-such-product");

        var cart = await client.GetAsync($"carts/bundles?items={Uri.EscapeDataString(anchor)}");
        cart.GetProperty("bundles").EnumerateArray().ShouldAllBe(offer => AddsSomethingNew(offer, anchor));
    }

    private static bool AddsSomethingNew(JsonElement offer, string inCart) =>
        offer.GetProperty("items").EnumerateArray().Any(item => item.GetProperty("productId").GetString() != inCart);

    private static async Task BadRequestsAreRefusedInWordsAsync(ShopClient client, HostReady ready)
    {
        foreach (var (route, key, status) in new[]
        {
            ("bundles?limit=0", ready.ApiKey, HttpStatusCode.BadRequest),
            ("bundles?limit=abc", ready.ApiKey, HttpStatusCode.BadRequest),
            ("bundles", "bf_wrong", HttpStatusCode.Forbidden),
            ("no/such/route", ready.ApiKey, HttpStatusCode.NotFound),
        })
        {
            using var answer = await client.SendAsync(HttpMethod.Get, route, key: key);
            answer.StatusCode.ShouldBeOneOf(status, status == HttpStatusCode.Forbidden ? HttpStatusCode.Unauthorized : status);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        }
    }

    private static async Task ClickComesBackThroughThePorchAsync(ShopClient client, StorePair stores, HostReady ready)
    {
        var home = await client.GetAsync("bundles?limit=1");
        var bundle = home.GetProperty("bundles")[0];
        var click = new
        {
            type = "click",
            occurredAt = "2026-07-01T10:00:00Z",
            visitorId = "visitor-of-the-test",
            bundleId = bundle.GetProperty("bundleId").GetString(),
            recommendationId = home.GetProperty("recommendationId").GetString(),
            items = new[] { new { productId = ShopClient.ProductsOf(bundle)[0], quantity = 1 } },
        };
        using var answer = await client.SendAsync(HttpMethod.Post, "events", new[] { click });
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);

        var lake = new LakeReader(stores.Blobs);
        var shop = Identifier.Parse<ShopId>(ready.Shop);
        for (var tries = 0; ; tries++)
        {
            await foreach (var shopEvent in lake.ReadAsync(shop, CancellationToken.None))
            {
                if (shopEvent.RecommendationId == click.recommendationId)
                {
                    shopEvent.BundleId!.Value.Value.ShouldBe(click.bundleId);
                    shopEvent.Visitor.ShouldNotBeNull().Value.ShouldNotContain("visitor");
                    return;
                }
            }

            tries.ShouldBeLessThan(30, "The click did not come in at the porch.");
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    private static async Task RollBackWithoutAPreviousGenerationSaysSoAsync(ShopClient client, HostReady ready)
    {
        using var asReader = await client.SendAsync(HttpMethod.Post, "generations/rollback");
        asReader.StatusCode.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized);
        using var asAdmin = await client.SendAsync(HttpMethod.Post, "generations/rollback", key: ready.AdminKey);
        asAdmin.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }
}
