using System.Text.Json;
using BundleFunctions.EndToEnd.Tests.Hosts;

namespace BundleFunctions.EndToEnd.Tests.Api;

/// <summary>Operators let another generation serve, over HTTP.</summary>
public sealed class PromotionTests
{
    [Fact]
    public async Task Promote_GenerationThatIsKept_ServesWithinSecondsAndIsInTheAudit()
    {
        using var directory = new TemporaryDirectory();
        await using var api = InProcessApi.Start(directory.Path, new Dictionary<string, string>(StringComparer.Ordinal) { ["Serving__PointerAge"] = "00:00:00.050" });
        var shops = await TwoShops.OpenAsync(api.Services);
        var first = await ServingAsync(api, shops);
        var second = (await TwoShops.PublishAsync(api.Services, TwoShops.Shop, "EUR", orders: 80)).Value;
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(10), async () => (await ServingAsync(api, shops)).ShouldBe(second));

        var tried = await PostAsync(api, shops, first, "?validateOnly=true");
        var promoted = await PostAsync(api, shops, first);

        (tried.Status, promoted.Status).ShouldBe((200, 200), promoted.Text);
        var report = JsonDocument.Parse(promoted.Text).RootElement;
        (report.GetProperty("switched").GetBoolean(), report.GetProperty("current").GetString(), report.GetProperty("previous").GetString()).ShouldBe((true, first, second));
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(10), async () => (await ServingAsync(api, shops)).ShouldBe(first));
        (await api.SendAsync(new ApiRequest("GET", $"/api/v1/{TwoShops.Mine}/audit", "", [("x-api-key", shops.AdminKey)]))).Text.ShouldContain("generations.promote");
        (await api.SendAsync(new ApiRequest("POST", $"/api/v1/{TwoShops.Mine}/generations/{second}/promote", "", [("x-api-key", shops.ReadKey)]))).Status.ShouldBe(403);
        (await PostAsync(api, shops, new string('0', 24))).Status.ShouldBe(404);
    }

    private static Task<ApiAnswer> PostAsync(InProcessApi api, TwoShops shops, string generation, string query = "") =>
        api.SendAsync(new ApiRequest("POST", $"/api/v1/{TwoShops.Mine}/generations/{generation}/promote", query, [("x-api-key", shops.AdminKey)]));

    private static async Task<string> ServingAsync(InProcessApi api, TwoShops shops)
    {
        var answer = await api.SendAsync(new ApiRequest("GET", $"/api/v1/{TwoShops.Mine}/products/a-1/bundles", "", [("x-api-key", shops.ReadKey)]));
        return JsonDocument.Parse(answer.Text).RootElement.GetProperty("generation").GetString()!;
    }
}
