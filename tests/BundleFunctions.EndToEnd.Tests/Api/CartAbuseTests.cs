using System.Text;
using System.Text.Json;
using BundleFunctions.EndToEnd.Tests.Hosts;

namespace BundleFunctions.EndToEnd.Tests.Api;

/// <summary>Carts of every size and kind against a shop that serves.</summary>
public sealed class CartAbuseTests
{
    private const string Carts = $"/api/v1/{TwoShops.Mine}/carts/bundles";

    [Fact]
    public async Task Cart_EmptyOverTheCapOrOfAMillion_IsRefusedAndOneAtTheCapIsAnswered()
    {
        using var directory = new TemporaryDirectory();
        await using var api = InProcessApi.Start(directory.Path, new Dictionary<string, string>(StringComparer.Ordinal));
        var shops = await TwoShops.OpenAsync(api.Services);
        async Task<int> PostAsync(IEnumerable<string> products) => (await api.SendAsync(Posted(shops, BodyOf(products)))).Status;

        (await PostAsync([])).ShouldBe(400);
        (await PostAsync(Enumerable.Range(0, 50).Select(i => $"x-{i}"))).ShouldBe(200);
        (await PostAsync(Enumerable.Range(0, 51).Select(i => $"x-{i}"))).ShouldBe(400);
        (await PostAsync(Enumerable.Range(0, 1_000_000).Select(i => $"x-{i}"))).ShouldBe(413);
        (await PostAsync(Enumerable.Repeat("a-1", 1000))).ShouldBe(200);
        (await api.SendAsync(Asked(shops, ""))).Status.ShouldBe(400);
        (await api.SendAsync(Asked(shops, string.Join(',', Enumerable.Range(0, 51).Select(i => $"x-{i}"))))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Cart_RepeatedProducts_GivesWhatEachOnceGivesAndNeverOffersThemAnew()
    {
        using var directory = new TemporaryDirectory();
        await using var api = InProcessApi.Start(directory.Path, new Dictionary<string, string>(StringComparer.Ordinal));
        var shops = await TwoShops.OpenAsync(api.Services);

        var once = await api.SendAsync(Asked(shops, "a-1,a-2"));
        var repeated = await api.SendAsync(Asked(shops, "a-1,a-2,a-1,a-2,a-2"));

        once.Status.ShouldBe(200);
        repeated.Text.ShouldBe(once.Text);
        var items = Items(once).ToList();
        items.Select(item => item.Product).ShouldContain("b-1");
        items.Where(item => item.Product is "a-1" or "a-2").ShouldAllBe(item => item.InCart);
        items.Where(item => item.Product is not "a-1" and not "a-2").ShouldAllBe(item => !item.InCart);
    }

    [Fact]
    public async Task Cart_EverythingSoldOut_OffersNothingOfIt()
    {
        using var directory = new TemporaryDirectory();
        await using var api = InProcessApi.Start(directory.Path, new Dictionary<string, string>(StringComparer.Ordinal));
        var shops = await TwoShops.OpenAsync(api.Services);
        Items(await api.SendAsync(Asked(shops, "a-1,a-2"))).ShouldNotBeEmpty();
        var gone = string.Join(',', Enumerable.Range(0, TwoShops.Pairs).Select(i => $$"""{"productId":"b-{{i}}","stock":0}"""));

        var updated = await api.SendAsync(Written(shops.AdminKey, "POST", $"/api/v1/{TwoShops.Mine}/catalogue/updates", $$"""{"updates":[{{gone}}]}"""));

        updated.Status.ShouldBe(200, updated.Text);
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(5), async () =>
            Items(await api.SendAsync(Asked(shops, "a-1,a-2"))).ShouldAllBe(item => !item.Product.StartsWith("b-", StringComparison.Ordinal)));
    }

    private static ApiRequest Asked(TwoShops shops, string items) => new("GET", Carts, $"?items={items}", [("x-api-key", shops.ReadKey)]);

    private static ApiRequest Posted(TwoShops shops, string body) => Written(shops.ReadKey, "POST", Carts, body);

    private static ApiRequest Written(string key, string method, string path, string body) =>
        new(method, path, "", [("x-api-key", key), ("Content-Type", "application/json")], Encoding.UTF8.GetBytes(body));

    private static string BodyOf(IEnumerable<string> products) =>
        $$"""{"items":[{{string.Join(',', products.Select(product => $$"""{"productId":"{{product}}","quantity":1}"""))}}]}""";

    private static IEnumerable<(string Product, bool InCart)> Items(ApiAnswer answer)
    {
        foreach (var bundle in JsonDocument.Parse(answer.Text).RootElement.GetProperty("bundles").EnumerateArray())
        {
            foreach (var item in bundle.GetProperty("items").EnumerateArray())
            {
                yield return (item.GetProperty("productId").GetString()!, item.TryGetProperty("inCart", out var inCart) && inCart.GetBoolean());
            }
        }
    }
}
