using BundleFunctions.Associations;
using BundleFunctions.Bundling.Phrases;
using BundleFunctions.Core.Tests.Publishing;
using BundleFunctions.Publishing;
using BundleFunctions.Serving;
using BundleFunctions.Serving.Filters;

namespace BundleFunctions.Core.Tests.Serving;

public sealed class RefinementTests
{
    private static async Task<Kitchen> OpenAsync(int pairs = 5)
    {
        var kitchen = new Kitchen();
        await kitchen.PutCatalogueAsync(Kitchen.PairProducts(pairs).Select((product, i) => product with { Brand = i % 2 == 0 ? "even" : "odd" }));
        (await kitchen.PublishAsync(await kitchen.PutModelAsync(Kitchen.Pairs(pairs)))).Outcome.ShouldBe(PublishOutcome.Published);
        return kitchen;
    }

    private static Task<BundleAnswer> HomeAsync(BundleReader reader, AnswerRefinement wishes, int limit = 10) =>
        reader.GetHomeAsync(Kitchen.Shop, BundleQuery.Default with { Limit = limit, Refinement = wishes }, default);

    private static ProductFilter Filter(string text)
    {
        ProductFilter.TryParse(text, out var filter).ShouldBeNull();
        return filter!;
    }

    [Fact]
    public async Task GetHomeAsync_Filter_HoldsForEveryProductOffered()
    {
        var kitchen = await OpenAsync();

        var answer = await HomeAsync(kitchen.Reader(), new AnswerRefinement { Filter = Filter("productId in ('a1', 'b1', 'a2')") });

        answer.Bundles.ShouldHaveSingleItem().Items.Select(item => item.ProductId.Value).ShouldBe(["a1", "b1"], ignoreOrder: true);
    }

    [Fact]
    public async Task GetForProductAsync_Filter_DoesNotAskOfTheProductOfThePage()
    {
        var kitchen = await OpenAsync();
        var query = BundleQuery.Default with { Refinement = new AnswerRefinement { Filter = Filter("productId = 'b1'") } };

        var answer = await kitchen.Reader().GetForProductAsync(Kitchen.Shop, Kitchen.Id("a1"), query, default);

        answer.Bundles.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task GetHomeAsync_Pages_GiveEachBundleOnceAndEnd()
    {
        var kitchen = await OpenAsync();
        var reader = kitchen.Reader();
        var whole = await HomeAsync(reader, new AnswerRefinement());
        var seen = new List<BundleId>();
        var cursor = new AnswerCursor(whole.Generation!.Value, 0);
        for (var page = 0; page < 10 && cursor is not null; page++)
        {
            var answer = await HomeAsync(reader, new AnswerRefinement { Cursor = cursor }, limit: 2);
            seen.AddRange(answer.Bundles.Select(bundle => bundle.BundleId));
            cursor = answer.NextCursor is { } next && AnswerCursor.TryParse(next, out var parsed) ? parsed : null;
        }

        seen.ShouldBe(whole.Bundles.Select(bundle => bundle.BundleId));
    }

    [Fact]
    public async Task GetHomeAsync_CursorOfAGenerationThatIsNoMore_GivesNothingAndSaysSo()
    {
        var reader = (await OpenAsync()).Reader();

        var answer = await HomeAsync(reader, new AnswerRefinement { Cursor = new AnswerCursor(Identifier.Parse<GenerationId>("gone"), 2) });

        (answer.Bundles.Count, answer.Reason).ShouldBe((0, "The cursor's generation serves no more; begin at the first page."));
    }

    [Fact]
    public async Task GetForProductAsync_PriceLevelAndDiversity_ReorderWithoutLosingAny()
    {
        var kitchen = new Kitchen();
        var prices = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["a"] = 100, ["b"] = 400, ["c"] = 20, ["d"] = 90 };
        await kitchen.PutCatalogueAsync(prices.Select(pair => Kitchen.Item(pair.Key) with { Price = pair.Value, Cost = pair.Value / 2 }));
        await kitchen.PublishAsync(await kitchen.PutModelAsync(
        [
            new ProductAssociations(
                Kitchen.Id("a"), 100, [new(Kitchen.Id("b"), 100, 60), new(Kitchen.Id("c"), 100, 50), new(Kitchen.Id("d"), 100, 40)], []),
        ]));
        var reader = kitchen.Reader();

        (await FirstAddedAsync(new AnswerRefinement())).ShouldBe("b");
        (await FirstAddedAsync(new AnswerRefinement { PriceLevel = -1 })).ShouldBe("c");
        (await FirstAddedAsync(new AnswerRefinement { PriceLevel = 1 })).ShouldBe("b");
        (await FirstAddedAsync(new AnswerRefinement { MaxPrice = 150 })).ShouldBe("c");
        (await FirstAddedAsync(new AnswerRefinement { MinPrice = 150, MaxPrice = 250 })).ShouldBe("d");
        var diverse = await AskAsync(new AnswerRefinement { Diversity = 1 });
        diverse.Bundles.Count.ShouldBe((await AskAsync(new AnswerRefinement())).Bundles.Count);

        async Task<string> FirstAddedAsync(AnswerRefinement wishes) => (await AskAsync(wishes)).Bundles[0].Items[1].ProductId.Value;

        Task<BundleAnswer> AskAsync(AnswerRefinement wishes) =>
            reader.GetForProductAsync(Kitchen.Shop, Kitchen.Id("a"), BundleQuery.Default with { Refinement = wishes }, default);
    }

    [Fact]
    public async Task GetForProductAsync_DecoratedInChinese_NamesProductsAndSpeaksChinese()
    {
        var kitchen = await OpenAsync();
        var query = BundleQuery.Default with { Decorate = true, Phrases = PhraseBook.For("zh-CN,en;q=0.5") };

        var bundle = (await kitchen.Reader().GetForProductAsync(Kitchen.Shop, Kitchen.Id("a0"), query, default)).Bundles[0];

        bundle.Reasons![0].ShouldContain("此商品");
        bundle.Title.ShouldNotBeNullOrEmpty();
        bundle.Items.ShouldAllBe(item => item.Title != null && item.Price > 0);
    }
}
