using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using BundleFunctions.Functions.Gate;
using BundleFunctions.Functions.Http;
using BundleFunctions.Security;
using BundleFunctions.Shops;
using BundleFunctions.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.LocalHost.Tests.Security;

[Collection(MemoryCollection.Name)]
public sealed class RequestGateTests
{
    private const string Home = "/api/v1/demo/bundles";

    [Fact]
    public async Task Admit_OneKeyAtFiftyTimesItsRate_IsToldToWaitAndOthersNoticeNothing()
    {
        const int Rate = 40;
        const int Turns = 12;
        await using var host = await ApiHost.StartAsync(("Limits:ReadPerSecond", $"{Rate}"), ("Limits:ReadBurst", "500"));
        var greedy = host.ReadKey;
        var modest = await host.Services.GetRequiredService<ApiKeyRing>().CreateAsync(ApiHost.Shop, ApiRole.Read, default);
        var counts = new ConcurrentDictionary<int, int>();
        var started = Stopwatch.GetTimestamp();

        // In turns, with and without the flood, so that whoever else uses the machine weighs on both alike; the first turn warms up.
        var (quiet, busy) = (new List<double>(), new List<double>());
        var refused = 0;
        for (var turn = 0; turn <= Turns; turn++)
        {
            var alone = await PacedAsync(host, modest, 15);
            using var stop = new CancellationTokenSource();
            var flood = Enumerable.Range(0, 4).Select(_ => FloodAsync(host, greedy, Rate * 50 / 4, counts, stop.Token)).ToArray();
            var beside = await PacedAsync(host, modest, 15);
            await stop.CancelAsync();
            await Task.WhenAll(flood);
            refused += alone.Refused + beside.Refused;
            if (turn > 0)
            {
                quiet.Add(alone.SlowestMs);
                busy.Add(beside.SlowestMs);
            }
        }

        counts.Keys.ShouldBeSubsetOf([200, 429]);
        counts.GetValueOrDefault(200).ShouldBeLessThan(500 + (int)(Rate * (Stopwatch.GetElapsedTime(started).TotalSeconds + 1)));
        counts[429].ShouldBeGreaterThan(counts.GetValueOrDefault(200) / 4);
        refused.ShouldBe(0);

        // Of each turn the slowest answer, of those the median: one hiccup of the machine is not the flood's.
        Median(busy).ShouldBeLessThan(Math.Max(1.5 * Median(quiet), 25), $"slowest of 15: {Median(quiet):0.0} ms alone, {Median(busy):0.0} ms beside the flood");
    }

    [Fact]
    public async Task Admit_EveryAnswer_TellsTheRateAndRefusalsTellWhenToComeBack()
    {
        await using var host = await ApiHost.StartAsync(("Limits:ReadPerSecond", "1"), ("Limits:ReadBurst", "2"));
        using var first = await host.SendAsync("GET", Home, host.ReadKey);
        using var second = await host.SendAsync("GET", Home, host.ReadKey);
        using var third = await host.SendAsync("GET", Home, host.ReadKey);

        (Header(first, "RateLimit-Limit"), Header(first, "RateLimit-Remaining"), Header(second, "RateLimit-Remaining")).ShouldBe(("2", "1", "0"));
        ((int)third.StatusCode, third.Content.Headers.ContentType!.MediaType).ShouldBe((429, "application/problem+json"));
        Header(third, "Retry-After").ShouldBe("1");
        (await third.Content.ReadAsStringAsync()).ShouldContain("\"code\":\"rate_exceeded\"");
        (await host.AskAsync("GET", "/api/v1/demo/keys", host.AdminKey)).Status.ShouldBe(200);
    }

    [Fact]
    public void Refuse_AHundredThousandAddresses_KeepsMemoryFlat()
    {
        using var gate = new RequestGate(new LimitOptions { AddressHeader = "X-Forwarded-For" }, new ShopOrigins(new ShopDirectory(new InMemoryBlobStore()), TimeProvider.System));
        var refusal = Problems.KeyNotAllowed();
        var waiting = 0;
        void Refuse(int from, int count)
        {
            for (var i = from; i < from + count; i++)
            {
                var context = new DefaultHttpContext();
                context.Request.Headers["X-Forwarded-For"] = $"1.2.3.4, 10.{i >> 16}.{(i >> 8) & 255}.{i & 255}";
                waiting += gate.Refuse(context, refusal).Status == 429 ? 1 : 0;
            }
        }

        Refuse(0, 20_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Refuse(20_000, 100_000);

        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(4 << 20);
        waiting.ShouldBeLessThan(20_000);
        Enumerable.Range(0, 200).Count(_ =>
        {
            var context = new DefaultHttpContext();
            context.Connection.RemoteIpAddress = IPAddress.Loopback;
            context.Request.Headers["X-Forwarded-For"] = "9.9.9.9";
            return gate.Refuse(context, refusal).Status == 429;
        }).ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task AllowOrigin_ShopThatNamesItsPages_LetsThemReadAndNobodyElse()
    {
        await using var host = await ApiHost.StartAsync();
        var settings = new ShopSettings { Cors = new CorsOptions { AllowedOrigins = ["https://shop.example"] } };
        await host.Services.GetRequiredService<ShopDirectory>().SaveSettingsAsync(ApiHost.Shop, settings, default);

        foreach (var (origin, path, allowed) in new[]
        {
            ("https://shop.example", Home, true), ("https://shop.example.evil", Home, false), ("http://shop.example", Home, false),
            ("null", Home, false), ("https://shop.example", "/api/v1/other/bundles", false), ("https://shop.example", "/api/v1/nobody/bundles", false),
        })
        {
            using var preflight = await host.SendAsync("OPTIONS", path, headers: [("Origin", origin), ("Access-Control-Request-Method", "GET")]);
            ((int)preflight.StatusCode).ShouldBe(204);
            Header(preflight, "Vary").ShouldBe("Origin");
            Header(preflight, "Access-Control-Allow-Origin").ShouldBe(allowed ? origin : null, $"{origin} {path}");
            Header(preflight, "Access-Control-Allow-Headers")?.Contains("x-api-key", StringComparison.Ordinal).ShouldBe(allowed);
        }

        using var answer = await host.SendAsync("GET", Home, host.ReadKey, headers: [("Origin", "https://shop.example")]);
        (Header(answer, "Access-Control-Allow-Origin"), answer.Headers.Vary.Contains("Origin")).ShouldBe(("https://shop.example", true));
        using var evil = await host.SendAsync("GET", Home, host.ReadKey, headers: [("Origin", "https://evil.example")]);
        Header(evil, "Access-Control-Allow-Origin").ShouldBeNull();
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static async Task<(int Refused, double SlowestMs)> PacedAsync(ApiHost host, string key, int count)
    {
        var (refused, slowest) = (0, 0.0);
        for (var i = 0; i < count; i++)
        {
            var started = Stopwatch.GetTimestamp();
            refused += (await host.AskAsync("GET", Home, key)).Status == 200 ? 0 : 1;
            slowest = Math.Max(slowest, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            await Task.Delay(10);
        }

        return (refused, slowest);
    }

    private static async Task FloodAsync(ApiHost host, string key, int perSecond, ConcurrentDictionary<int, int> counts, CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        for (var sent = 0; !stop.IsCancellationRequested; sent++)
        {
            while (Stopwatch.GetElapsedTime(started).TotalSeconds < (double)sent / perSecond)
            {
                await Task.Delay(1, CancellationToken.None);
            }

            var (status, _) = await host.AskAsync("GET", Home, key);
            counts.AddOrUpdate(status, 1, static (_, count) => count + 1);
        }
    }
}
