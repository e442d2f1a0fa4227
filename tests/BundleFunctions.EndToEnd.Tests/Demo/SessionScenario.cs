using System.Net;
using System.Text.Json;
using BundleFunctions.EndToEnd.Tests.Hosts;

namespace BundleFunctions.EndToEnd.Tests.Demo;

/// <summary>What a visitor does changes the very next answer: nothing here waits or asks twice.</summary>
internal static class SessionScenario
{
    private const string Session = "session-of-the-test";
    private const string Route = $"sessions/{Session}/bundles?limit=3";

    public static async Task PlayAsync(ShopClient client)
    {
        var home = await client.GetAsync("bundles?limit=10");
        var anchors = home.GetProperty("bundles").EnumerateArray().Select(bundle => ShopClient.ProductsOf(bundle)[0]).Distinct(StringComparer.Ordinal).ToArray();
        (await client.GetAsync(Route)).GetProperty("strategy").GetString().ShouldBe("popular");

        await PostAsync(client, "view", anchors[^1]);
        var first = await client.GetAsync(Route);
        first.GetProperty("strategy").GetString().ShouldNotBe("popular");
        ShopClient.ProductsOf(first.GetProperty("bundles")[0]).ShouldContain(anchors[^1]);

        await PostAsync(client, "add_to_cart", anchors[^2]);
        var second = await client.GetAsync(Route);
        second.GetProperty("bundles").EnumerateArray().Any(bundle => ShopClient.ProductsOf(bundle).Contains(anchors[^2])).ShouldBeTrue();
        Text(second).ShouldNotBe(Text(first));

        await PostAsync(client, "view", anchors[^3], consent: false);
        (await client.GetAsync(Route)).GetProperty("strategy").GetString().ShouldBe("popular");
    }

    private static string Text(JsonElement answer) => answer.GetProperty("bundles").GetRawText();

    private static async Task PostAsync(ShopClient client, string type, string product, bool consent = true)
    {
        var posted = new
        {
            type,
            occurredAt = TimeProvider.System.GetUtcNow(),
            sessionId = Session,
            items = new[] { new { productId = product, quantity = 1 } },
            consent = new { personalization = consent, analytics = true },
        };
        using var answer = await client.SendAsync(HttpMethod.Post, "events", new[] { posted });
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }
}
