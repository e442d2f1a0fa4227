using BundleFunctions.Functions.Tests.Harness;
using BundleFunctions.Ports;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Tests;

public sealed class ExperimentRouteTests
{
    private const string Book = """
        {"version":0,"holdout":{"share":0.1,"salt":"x"},"experiments":[{"id":"a","startAt":"2026-03-01T00:00:00Z","variants":[{"id":"c"},{"id":"t"}]}]}
        """;

    public static TheoryData<string> NastyBooks => new()
    {
        "", "null", "[]", "{}", """{"version":0}""", """{"version":0,"holdout":null,"experiments":[]}""", """{"version":0,"holdout":{},"experiments":null}""",
        """{"version":0,"holdout":{},"experiments":[null]}""", """{"version":0,"holdout":{"share":9},"experiments":[]}""",
        """{"version":0,"holdout":{},"experiments":[{"id":"a","startAt":"2026-03-01T00:00:00Z","variants":[null,null]}]}""",
        """{"version":0,"holdout":{},"experiments":[{"id":"a","startAt":"2026-03-01T00:00:00Z","variants":[{"id":"c"},{"id":"t"}],"metric":99}]}""",
        """{"version":0,"holdout":{},"experiments":[{"id":"a","startAt":"2026-03-01T00:00:00Z","variants":[{"id":"c"},{"id":"t","rules":[null]}]}]}""",
        """{"version":0,"holdout":{},"experiments":[{"id":"a","startAt":"2026-03-01T00:00:00Z","variants":[{"id":"c"},{"id":"t"}],"pages":[null]}]}""",
        """{"version":0,"holdout":{},"experiments":[{"id":"a","startAt":"2026-03-01T00:00:00Z","variants":[{"id":"c"},{"id":"t"}],"guardrails":[null]}]}""",
        """{"version":0,"holdout":{},"experiments":[],"bandit":{"goal":77}}""", """{"version":0,"holdout":{},"experiments":[],"isAdmin":true}""",
        """{"version":-2147483648,"holdout":{},"experiments":[]}""", """{"version":0,"holdout":{},"experiments":[],"bandit":{"bucketMinutes":0}}""",
    };

    [Theory]
    [MemberData(nameof(NastyBooks))]
    public async Task Put_NastyBook_IsRefusedAndChangesNothing(string body)
    {
        var shop = await Shop.OpenAsync();

        var exchange = await new Exchange("PUT", key: shop.AdminKey, body: body).RunAsync(shop.PutExperimentsAsync);

        exchange.Status.ShouldBeOneOf(400, 409);
        exchange.Code.ShouldBeOneOf("invalid_body", "invalid_parameter", "conflict");
        (await new Exchange("GET", key: shop.AdminKey).RunAsync(shop.GetExperimentsAsync)).Json.GetProperty("version").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Put_GoodBook_StandsAndIsInTheHistoryUnderTheKeysId()
    {
        var shop = await Shop.OpenAsync();

        var put = await new Exchange("PUT", "?why=to%20see", shop.AdminKey, Book).RunAsync(shop.PutExperimentsAsync);
        var again = await new Exchange("PUT", key: shop.AdminKey, body: Book).RunAsync(shop.PutExperimentsAsync);

        (put.Status, again.Status, again.Code).ShouldBe((200, 409, "conflict"));
        var got = await new Exchange("GET", key: shop.AdminKey).RunAsync(shop.GetExperimentsAsync);
        got.Json.GetProperty("experiments")[0].GetProperty("layer").GetString().ShouldBe("main");
        var change = (await new Exchange("GET", key: shop.AdminKey).RunAsync(shop.GetExperimentHistoryAsync)).Json.EnumerateArray().ShouldHaveSingleItem();
        change.GetProperty("why").GetString().ShouldBe("to see");
        shop.AdminKey.ShouldNotContain(change.GetProperty("by").GetString()!);
    }

    [Fact]
    public async Task Put_ValidateOnly_SaysWhatWouldBeAndChangesNothing()
    {
        var shop = await Shop.OpenAsync();

        (await new Exchange("PUT", "?validateOnly=true", shop.AdminKey, Book).RunAsync(shop.PutExperimentsAsync)).Status.ShouldBe(200);

        (await new Exchange("GET", key: shop.AdminKey).RunAsync(shop.GetExperimentsAsync)).Json.GetProperty("version").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("json", "application/json; charset=utf-8", "{")]
    [InlineData("csv", "text/csv; charset=utf-8", "table,name,")]
    [InlineData("html", "text/html; charset=utf-8", "<!DOCTYPE html>")]
    public async Task Report_EachFormat_IsWrittenAsAsked(string format, string type, string start)
    {
        var shop = await Shop.OpenAsync();

        var exchange = await new Exchange("GET", $"?format={format}", shop.AdminKey).RunAsync(shop.GetSalesReportAsync);

        exchange.Status.ShouldBe(200);
        exchange.Headers.ContentType.ToString().ShouldBe(type);
        exchange.Headers.ContentSecurityPolicy.ToString().ShouldContain("default-src 'none'");
        exchange.Text.ShouldStartWith(start);
    }

    [Theory]
    [InlineData("?from=yesterday")]
    [InlineData("?from=2026-02-02&to=2026-02-01")]
    [InlineData("?from=2025-01-01&to=2026-01-01")]
    [InlineData("?to=0001-01-01")]
    [InlineData("?to=9999-12-31")]
    [InlineData("?format=pdf")]
    [InlineData("?windowDays=0")]
    [InlineData("?windowDays=1e9")]
    [InlineData("?from=2026-02-01&from=2026-02-02")]
    public async Task Report_BadQuery_IsABadRequest(string query)
    {
        var shop = await Shop.OpenAsync();

        var exchange = await new Exchange("GET", query, shop.AdminKey).RunAsync(shop.GetSalesReportAsync);

        (exchange.Status, exchange.Code).ShouldBe((400, "invalid_parameter"));
    }

    [Fact]
    public async Task EveryRoute_ReadKeyOrRubbishInTheStore_IsRefusedInOrder()
    {
        var shop = await Shop.OpenAsync();
        Func<HttpRequest, Task<IResult>>[] routes =
            [shop.GetExperimentsAsync, shop.GetExperimentHistoryAsync, shop.GetSalesReportAsync];
        foreach (var route in routes)
        {
            (await new Exchange("GET", key: shop.ReadKey).RunAsync(route)).Status.ShouldBe(403);
        }

        (await new Exchange("PUT", key: shop.ReadKey, body: Book).RunAsync(shop.PutExperimentsAsync)).Status.ShouldBe(403);
        await shop.Blobs.PutAsync(new BlobName("experiments", "demo/book.json"), new MemoryStream("rubbish"u8.ToArray()), BlobCondition.None, default);
        (await new Exchange("GET", key: shop.AdminKey).RunAsync(shop.GetExperimentsAsync)).Code.ShouldBe("conflict");
        (await new Exchange("GET", key: shop.AdminKey).RunAsync(shop.GetSalesReportAsync)).Code.ShouldBe("conflict");
    }
}
