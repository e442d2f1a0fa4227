using System.Text;
using System.Text.Json;

namespace BundleFunctions.EndToEnd.Tests.Api;

/// <summary>The requests of the two retired services as their documents gave them, sent unchanged but for the host.</summary>
internal static class MigrationShimScenario
{
    public static async Task RunAsync(InProcessApi api)
    {
        var shops = await TwoShops.OpenAsync(api.Services);

        // The accelerator: recommendations for one item, for a user's newest events, and without either.
        var one = await RecommendedAsync(api, shops, "GET", "?itemId=a-1&recommendationCount=5");
        one.Select(item => item.Id).ShouldBe(["b-1"]);
        var events = """[{"itemId":"a-2","timestamp":"2018-06-14T13:10:49.000","eventType":"Click","weight":1},{"itemId":"a-3","eventType":"AddShopCart"}]""";
        var several = await RecommendedAsync(api, shops, "POST", "?recommendationCount=10", events);
        several.Select(item => item.Id).ShouldBe(["b-3", "b-2"], ignoreOrder: true);
        var best = await RecommendedAsync(api, shops, "GET", "?recommendationCount=3");
        best.Count.ShouldBe(3);
        best.Select(item => item.Score).ShouldBe(best.Select(item => item.Score).OrderDescending());

        // Intelligent Recommendations: a cart, one item, paging.
        var cart = await ListAsync(api, shops, "/api/reco/v1.0/cart/items", "?seedItemIds=a-1,a-2&modeling=any&count=10");
        cart.GetProperty("status").GetString().ShouldBe("Success");
        Ids(cart).ShouldBe(["b-1", "b-2"], ignoreOrder: true);
        var rest = await ListAsync(api, shops, "/api/reco/v1.0/cart/items", "?seedItemIds=a-1,a-2&skipItems=1&count=10");
        Ids(rest).ShouldBe(Ids(cart).Skip(1));
        Ids(await ListAsync(api, shops, "/api/reco/v1.0/similar/a-7", "?count=5")).ShouldBe(["b-7"]);

        (await api.SendAsync(new ApiRequest("GET", "/api/models/default/recommend", "?itemId=a-1", []))).Status.ShouldBe(401);
        (await api.SendAsync(new ApiRequest("GET", "/api/models/default/recommend", "?itemId=a-1", [("x-api-key", shops.TheirKey)]))).Status.ShouldBe(403);
    }

    private static async Task<List<(string Id, double Score)>> RecommendedAsync(InProcessApi api, TwoShops shops, string method, string query, string? body = null)
    {
        List<(string, string)> headers = [("x-api-key", shops.ReadKey)];
        if (body is not null)
        {
            headers.Add(("Content-Type", "application/json"));
        }

        var answer = await api.SendAsync(new ApiRequest(method, "/api/models/default/recommend", query, headers, body is null ? null : Encoding.UTF8.GetBytes(body)));
        answer.Status.ShouldBe(200, answer.Text);
        var items = JsonDocument.Parse(answer.Text).RootElement.EnumerateArray().ToList();
        items.ShouldAllBe(item => item.EnumerateObject().Select(field => field.Name).SequenceEqual(new[] { "recommendedItemId", "score" }));
        return [.. items.Select(item => (item.GetProperty("recommendedItemId").GetString()!, item.GetProperty("score").GetDouble()))];
    }

    private static async Task<JsonElement> ListAsync(InProcessApi api, TwoShops shops, string path, string query)
    {
        var answer = await api.SendAsync(new ApiRequest("GET", path, query, [("Authorization", $"Bearer {shops.ReadKey}")]));
        answer.Status.ShouldBe(200, answer.Text);
        return JsonDocument.Parse(answer.Text).RootElement;
    }

    private static IEnumerable<string> Ids(JsonElement list) => list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!);
}
