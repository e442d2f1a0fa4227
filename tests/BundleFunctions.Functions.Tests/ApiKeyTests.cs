using BundleFunctions.Functions.Tests.Harness;

namespace BundleFunctions.Functions.Tests;

public sealed class ApiKeyTests
{
    [Fact]
    public async Task Get_NoKey_IsUnauthorized()
    {
        var shop = await Shop.OpenAsync();

        var exchange = await new Exchange("GET").RunAsync(request => shop.HomeAsync(request));

        exchange.Status.ShouldBe(401);
        exchange.Code.ShouldBe("key_required");
    }

    [Fact]
    public async Task Get_WhateverIsWrongWithTheKey_AnswersAlike()
    {
        var shop = await Shop.OpenAsync();
        var madeUp = shop.ReadKey[..^2] + (shop.ReadKey[^2] == 'A' ? "B" : "A") + shop.ReadKey[^1];

        var exchanges = new[]
        {
            await new Exchange("GET", key: madeUp).RunAsync(request => shop.HomeAsync(request)),
            await new Exchange("GET", key: "x").RunAsync(request => shop.HomeAsync(request)),
            await new Exchange("GET", key: shop.ReadKey).RunAsync(request => shop.HomeAsync(request, "other-shop")),
            await new Exchange("GET", key: shop.ReadKey).RunAsync(request => shop.HomeAsync(request, "Not A Shop/..")),
            await new Exchange("GET", key: shop.ReadKey + "," + shop.ReadKey).RunAsync(request => shop.HomeAsync(request)),
            await new Exchange("POST", key: shop.ReadKey).RunAsync(shop.RollBackAsync),
        };

        exchanges.ShouldAllBe(exchange => exchange.Status == 403);
        exchanges.Select(exchange => exchange.Text).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Get_StoreDownAndKeyUnknown_SaysTryAgain()
    {
        var documents = new BrokenDocumentStore();
        var shop = await Shop.OpenAsync(documents);
        documents.IsBroken = true;

        var exchange = await new Exchange("GET", key: shop.ReadKey).RunAsync(request => shop.HomeAsync(request));

        exchange.Status.ShouldBe(503);
        exchange.Code.ShouldBe("store_unavailable");
        exchange.Headers.RetryAfter.ToString().ShouldBe("1");
        exchange.Text.ShouldNotContain("secret");
    }
}
