using System.Text.Json;
using BundleFunctions.EndToEnd.Tests.Api;
using Samples;

namespace BundleFunctions.EndToEnd.Tests.Samples;

/// <summary>Runs <c>samples/dotnet/BundleClient.cs</c> against a shop that serves.</summary>
public sealed class DotnetSampleTests
{
    [Fact]
    public async Task Client_AsksTwiceAndTells_GetsItsAnswerFromItsOwnCopyAndTheEventIsTakenIn()
    {
        await using var shop = await SampleShop.StartAsync();
        using var http = new HttpClient { BaseAddress = shop.Url, Timeout = TimeSpan.FromSeconds(20) };
        var client = new BundleClient(http, TwoShops.Mine, shop.Keys.ReadKey);

        var page = await client.GetForProductAsync("a-1");
        var again = await client.GetForProductAsync("a-1");
        var cart = await client.GetForCartAsync(["a-1", "a-2"]);

        page.Bundles[0].Items.Select(item => item.ProductId).ShouldBe(["a-1", "b-1"]);
        page.Bundles[0].Price.Offer.ShouldBeInRange(8, page.Bundles[0].Price.List);
        again.ShouldBeSameAs(page);
        cart.Bundles.ShouldNotBeEmpty();
        (await client.TellAsync("click", "visitor-1", page, page.Bundles[0])).ShouldBeTrue();
        var told = JsonDocument.Parse((await shop.PostedAsync()).ShouldHaveSingleItem()).RootElement;
        told.GetProperty("recommendationId").GetString().ShouldBe(page.RecommendationId);
    }

    [Fact]
    public async Task Client_NobodyAnswers_GivesNoBundlesAndNoException()
    {
        using var http = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:1/") };

        (await new BundleClient(http, TwoShops.Mine, "bf_any").GetForProductAsync("a-1")).ShouldBe(BundleAnswer.None);
    }
}
