using BundleFunctions.Functions.Tests.Harness;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Tests;

public sealed class HttpFunctionTests
{
    private const string Click =
        """{"type":"click","occurredAt":"2026-02-01T10:00:00Z","visitorId":"v","items":[{"productId":"a","quantity":1}]}""";

    public static TheoryData<string> NastyQueries => new()
    {
        "?limit=", "?limit=abc", "?limit=0", "?limit=1e9", "?limit=-2147483649", "?limit=1&limit=2", "?maxItems=1", "?explain=%00",
        "?items=,", "?items=%F0%28%8C%28", "?items=" + new string('x', 30_000), "?%ZZ", "?items=%",
    };

    public static TheoryData<string> NastyBodies => new()
    {
        "", "{", "[", "null", "7", "\"x\"", "[[[[", "{\"items\":[1]}", "{\"items\":[{\"productId\":\"\\ud800\"}]}", "\0", "\uFEFF{}", "a,b\n1,2",
        new string('[', 5000), "{\"items\":" + new string('[', 200) + "}",
    };

    [Fact]
    public async Task Get_NothingPublishedYet_AnswersEmptyWithAReasonThatNobodyKeeps()
    {
        var shop = await Shop.OpenAsync();

        var exchange = await new Exchange("GET", key: shop.ReadKey).RunAsync(request => shop.ProductAsync(request, "camera-1"));

        exchange.Status.ShouldBe(200);
        exchange.Json.GetProperty("bundles").GetArrayLength().ShouldBe(0);
        exchange.Json.GetProperty("reason").GetString().ShouldNotBeNullOrEmpty();
        exchange.Headers.CacheControl.ToString().ShouldBe("no-store");
    }

    [Theory]
    [MemberData(nameof(NastyQueries))]
    public async Task Get_NastyQuery_IsNeverAServerError(string query)
    {
        var shop = await Shop.OpenAsync();
        Func<HttpRequest, Task<IResult>>[] functions =
            [request => shop.HomeAsync(request), request => shop.ProductAsync(request, "a\0b"), request => shop.ProductAsync(request, "a%2Fb"), shop.CartAsync];

        foreach (var function in functions)
        {
            (await new Exchange("GET", query, shop.ReadKey).RunAsync(function)).Status.ShouldBeInRange(200, 499);
        }
    }

    [Theory]
    [MemberData(nameof(NastyBodies))]
    public async Task Post_NastyBody_IsABadRequest(string body)
    {
        var shop = await Shop.OpenAsync();

        foreach (var function in new Func<HttpRequest, Task<IResult>>[] { shop.CartAsync, shop.PostEventsAsync })
        {
            var exchange = await new Exchange("POST", key: shop.ReadKey, body: body).RunAsync(function);

            exchange.Status.ShouldBeOneOf(400, 202);
            (exchange.Status == 202 ? exchange.Json.GetProperty("accepted").GetInt32() : 0).ShouldBe(0);
        }
    }

    [Fact]
    public async Task PostEvents_GoodAndBad_CountsEachAndDropsTheGoodOnes()
    {
        var shop = await Shop.OpenAsync();

        var exchange = await new Exchange("POST", key: shop.ReadKey, body: $$"""[{{Click}},{"type":"nonsense"},{{Click}}]""").RunAsync(shop.PostEventsAsync);

        exchange.Status.ShouldBe(202);
        exchange.Json.GetProperty("accepted").GetInt32().ShouldBe(1);
        exchange.Json.GetProperty("duplicates").GetInt32().ShouldBe(1);
        exchange.Json.GetProperty("rejected")[0].GetProperty("index").GetInt32().ShouldBe(1);
        var dropped = await shop.Blobs.ListAsync("events", "demo/", CancellationToken.None).ToListAsync();
        dropped.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task PostEvents_BodyOverTheBound_IsTooLarge()
    {
        var shop = await Shop.OpenAsync();

        var exchange = await new Exchange("POST", key: shop.ReadKey, body: new string(' ', 1024 * 1024 + 1)).RunAsync(shop.PostEventsAsync);

        exchange.Status.ShouldBe(413);
        exchange.Code.ShouldBe("body_too_large");
    }

    [Fact]
    public async Task RollBack_NoPreviousGeneration_IsAConflict()
    {
        var shop = await Shop.OpenAsync();

        var exchange = await new Exchange("POST", key: shop.AdminKey).RunAsync(shop.RollBackAsync);

        exchange.Status.ShouldBe(409);
        exchange.Code.ShouldBe("conflict");
    }

    [Theory]
    [InlineData(false, 200, "degraded")]
    [InlineData(true, 503, "unhealthy")]
    public async Task Health_Always_TellsHowThingsAreAndNamesNoShop(bool isBroken, int status, string expected)
    {
        var documents = new BrokenDocumentStore();
        var shop = await Shop.OpenAsync(documents);
        documents.IsBroken = isBroken;

        var exchange = await new Exchange("GET").RunAsync(shop.HealthAsync);

        exchange.Status.ShouldBe(status);
        exchange.Json.GetProperty("status").GetString().ShouldBe(expected);
        exchange.Text.ShouldNotContain(Shop.Name);
        exchange.Text.ShouldNotContain("secret");
    }
}
