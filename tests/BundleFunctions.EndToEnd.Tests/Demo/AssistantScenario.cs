using System.Net.Http.Json;
using System.Text.Json;
using BundleFunctions.DemoShop;
using BundleFunctions.EndToEnd.Tests.Hosts;

namespace BundleFunctions.EndToEnd.Tests.Demo;

/// <summary>Questions in both languages about the shop's showpiece, which has bundles for certain.</summary>
internal static class AssistantScenario
{
    public static async Task PlayAsync(ShopClient client, SeededShop shop)
    {
        var title = shop.Products.Single(product => product.ProductId == shop.Showcase).Title;
        foreach (var (message, language) in new[] { ($"What goes with the {title}?", "en"), ($"{title} 搭配什么好?", "zh") })
        {
            var answer = await AskAsync(client, new { message, visitorId = "visitor-of-the-test" });

            answer.GetProperty("intent").GetString().ShouldBe("goes_with");
            answer.GetProperty("language").GetString().ShouldBe(language);
            answer.GetProperty("bundles").EnumerateArray().ShouldContain(bundle => ShopClient.ProductsOf(bundle).Contains(shop.Showcase.Value));
            answer.GetProperty("recommendationId").GetString()!.ShouldContain(".assistant.");
            answer.GetProperty("message").GetString()!.ShouldContain(title);
        }

        var refusal = await AskAsync(client, new { message = "Where is my order?" });
        (refusal.GetProperty("intent").GetString(), refusal.GetProperty("bundles").GetArrayLength()).ShouldBe(("out_of_scope", 0));
    }

    private static async Task<JsonElement> AskAsync(ShopClient client, object body)
    {
        using var answer = await client.SendAsync(HttpMethod.Post, "assistant", body);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
