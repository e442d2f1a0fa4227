using BundleFunctions.Assistant;
using BundleFunctions.Bundling.Phrases;
using BundleFunctions.Core.Tests.Publishing;
using BundleFunctions.Serving;
using BundleFunctions.Serving.Rules;
using BundleFunctions.Shops;

namespace BundleFunctions.Core.Tests.Assistant;

/// <summary>What an answer holds, beside what the written questions ask.</summary>
public sealed class ShopAssistantTests(AskedShops shops) : IClassFixture<AskedShops>
{
    [Fact]
    public async Task AnswerAsync_NothingInThePriceRange_OffersNothingAndTellsTheNearest()
    {
        var answer = await shops["demo"].AskAsync("robot vacuum under 50 euros");

        answer.Bundles.ShouldBeEmpty();
        var nearest = answer.Nearest.ShouldNotBeNull();
        nearest.Items.ShouldContain(item => item.ProductId.Value.StartsWith("robot-vacuum", StringComparison.Ordinal));
        nearest.Price.Offer.ShouldBeGreaterThan(50);
        answer.Message.ShouldContain($"{nearest.Price.Offer}");
    }

    [Fact]
    public async Task AnswerAsync_OtherCurrency_IsSaidNotConverted()
    {
        var answer = await shops["demo"].AskAsync("tent bundle under CHF 300");

        (answer.Slots.MaxPrice, answer.Slots.Currency).ShouldBe((300, "CHF"));
        answer.Message.ShouldContain("cannot convert");
        answer.Bundles.ShouldAllBe(bundle => bundle.Price.Offer <= 300 && bundle.Price.Currency == "EUR");
        (await shops["demo"].AskAsync("tent bundle under 300 euros")).Message.ShouldNotContain("cannot convert");
    }

    [Fact]
    public async Task AnswerAsync_SoldOutProduct_IsSaidToBe()
    {
        (await shops["demo"].AskAsync("Is the Lumora Sierra 130 Tripod in stock?")).Products.ShouldHaveSingleItem().Available.ShouldBeFalse();
        (await shops["demo"].AskAsync("Is the Optivar Delta 180 Tripod in stock?")).Products.ShouldHaveSingleItem().Available.ShouldBeTrue();
    }

    [Fact]
    public async Task AnswerAsync_Cheaper_NamesProductsOfTheSameKindThatAre()
    {
        var answer = await shops["demo"].AskAsync("anything cheaper than laptop-3?");

        answer.Products[0].ProductId.Value.ShouldBe("laptop-3");
        answer.Products.Skip(1).ShouldNotBeEmpty();
        answer.Products.Skip(1).ShouldAllBe(product => product.Price < answer.Products[0].Price && product.ProductId.Value.StartsWith("laptop", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnswerAsync_CheapAndDearOfAKind_AreOrderedByPrice()
    {
        var cheap = (await shops["demo"].AskAsync("cheap turntables")).Bundles.Select(bundle => bundle.Price.Offer).ToArray();
        var dear = (await shops["demo"].AskAsync("premium turntables")).Bundles.Select(bundle => bundle.Price.Offer).ToArray();

        cheap.ShouldBe(cheap.Order());
        dear.ShouldBe(dear.OrderDescending());
        cheap[0].ShouldBeLessThan(dear[0]);
    }

    [Fact]
    public async Task AnswerAsync_ForMany_OffersWhatIsInStockSoOften()
    {
        var answer = await shops["demo"].AskAsync("I need 30 air purifiers");

        answer.Slots.Quantity.ShouldBe(30);
        answer.Bundles.ShouldNotBeEmpty();
        answer.Bundles.ShouldAllBe(bundle => bundle.Availability!.MaxBundles >= 30);
    }

    [Fact]
    public async Task AnswerAsync_Cart_IsNotOfferedAgain()
    {
        var answer = await shops["demo"].AskAsync(new AssistantQuestion("what goes with the tent?") { Cart = [Kitchen.Id("tent-4")], Limit = 10 });

        answer.Bundles.ShouldNotBeEmpty();
        answer.Bundles.ShouldAllBe(bundle => bundle.Items.Any(item => item.InCart != true));
        answer.Bundles.SelectMany(bundle => bundle.Items).Where(item => item.ProductId.Value == "tent-4").ShouldAllBe(item => item.InCart == true);
    }

    [Fact]
    public async Task AnswerAsync_ProductThatIsOnlyEverAdded_IsFoundInTheBestBundles()
    {
        var answer = await shops["tea"].AskAsync("茶叶罐套装");

        answer.Bundles.ShouldHaveSingleItem().Items.ShouldContain(item => item.ProductId.Value == "T17");
    }

    [Fact]
    public async Task AnswerAsync_QuestionOnAPage_IsAboutItsProduct()
    {
        var answer = await shops["demo"].AskAsync(new AssistantQuestion("What goes with it?") { Product = Kitchen.Id("chef-knife-4") });

        answer.Bundles.ShouldNotBeEmpty();
        answer.Bundles.ShouldAllBe(bundle => bundle.Items.Any(item => item.ProductId.Value == "chef-knife-4"));
    }

    [Fact]
    public async Task AnswerAsync_UnknownBundle_AsksWhich()
    {
        var answer = await shops["demo"].AskAsync(new AssistantQuestion("what is in this bundle?") { Bundle = Identifier.Parse<BundleId>("no-such-bundle") });

        (answer.Bundles.Count, answer.Message).ShouldBe((0, PhraseBook.English.Say("assistant.askBundle")));
    }

    [Fact]
    public async Task AnswerAsync_SameQuestion_SameAnswer()
    {
        var first = await shops["demo"].AskAsync("camping for four people under 500 euros");
        var second = await shops["demo"].AskAsync("camping for four people under 500 euros");

        (second.Message, second.RecommendationId).ShouldBe((first.Message, first.RecommendationId));
    }

    [Fact]
    public void Validate_RuleOfTheAssistantsAnswers_IsWell() => new RuleScope { Pages = [AnswerPages.Assistant] }.Validate().ShouldBeNull();

    [Fact]
    public async Task AnswerAsync_StockThatChanges_IsToldWithoutANewIndex()
    {
        var shop = await AskedShop.SmallAsync("tea");
        (await shop.AskAsync("龙井还有货吗")).Products.ShouldHaveSingleItem().Available.ShouldBeTrue();

        await shop.Kitchen.PutCatalogueAsync(shop.Products.Select(product => product.ProductId.Value == "T06" ? product with { Stock = 0 } : product));
        shop.Kitchen.Clock.Advance(TimeSpan.FromSeconds(10));
        AssistantAnswer answer;
        var tries = 0;
        do
        {
            answer = await shop.AskAsync("龙井还有货吗");
            shop.Kitchen.Clock.Advance(TimeSpan.FromSeconds(3));
        }
        while (answer.Products is [{ Available: true }] && ++tries < 200);

        answer.Products.ShouldHaveSingleItem().Available.ShouldBeFalse();
    }

    [Fact]
    public void Validate_Options_AreHeld()
    {
        new AssistantOptions().Validate().ShouldBeNull();
        new AssistantOptions { Endpoint = new Uri("ftp://host/") }.Validate().ShouldNotBeNull().ShouldContain("http");
        new AssistantOptions { Timeout = TimeSpan.Zero }.Validate().ShouldNotBeNull().ShouldContain("timeout");
        new AssistantOptions { MaxIndexes = 0 }.Validate().ShouldNotBeNull().ShouldContain("maxIndexes");
        new AssistantOptions { MaxConcurrent = 0 }.Validate().ShouldNotBeNull().ShouldContain("maxConcurrent");
        new ShopSettings { Assistant = new() { Terms = [new() { Words = [] }] } }.Validate().ShouldNotBeNull().ShouldContain("assistant.terms");
        new ShopSettings { Assistant = new() { Terms = [new() { Words = ["a", new string('x', 61)] }] } }.Validate().ShouldNotBeNull().ShouldContain("60");
    }
}
