using System.Text;
using System.Text.Json;
using BundleFunctions.Associations;
using BundleFunctions.Core.Tests.Publishing;
using BundleFunctions.Publishing;
using BundleFunctions.Serving;

namespace BundleFunctions.Core.Tests.Serving;

public sealed class BundleReaderTests
{
    private static readonly BundleQuery Query = BundleQuery.Default;

    private static ProductId Id(string text) => Kitchen.Id(text);

    private static async Task<Kitchen> OpenAsync(int pairs = 5)
    {
        var kitchen = new Kitchen();
        await kitchen.PutCatalogueAsync([.. Kitchen.PairProducts(pairs), Kitchen.Item("lonely")]);
        (await kitchen.PublishAsync(await kitchen.PutModelAsync(Kitchen.Pairs(pairs)))).Outcome.ShouldBe(PublishOutcome.Published);
        kitchen.Clock.Advance(TimeSpan.FromMinutes(1));
        return kitchen;
    }

    private static Task<BundleAnswer> AskAsync(BundleReader reader, string product) =>
        reader.GetForProductAsync(Kitchen.Shop, Id(product), Query, default);

    private static Task<BundleAnswer> AskCartAsync(BundleReader reader, params string[] products) =>
        reader.GetForCartAsync(Kitchen.Shop, [.. products.Select(Id)], Query, default);

    private static string[] Products(BundleAnswer answer) =>
        [.. answer.Bundles.Select(bundle => string.Join('+', bundle.Items.Select(item => item.ProductId.Value)))];

    [Fact]
    public async Task GetForProductAsync_KnownProduct_AnswersWithItsBundles()
    {
        var kitchen = await OpenAsync();

        var answer = await AskAsync(kitchen.Reader(), "a0");

        answer.Strategy.ShouldBe(AnswerStrategy.Bundle);
        answer.Generation.ShouldBe((await kitchen.PointerAsync()).Current);
        (answer.Stale, answer.Reason, answer.Variant).ShouldBe((null, null, "champion"));
        Products(answer).ShouldBe(["a0+b0"]);
        var bundle = answer.Bundles[0];
        (bundle.Price.List, bundle.Price.Offer, bundle.Price.DiscountPct).ShouldBe((150m, 127.50m, 15m));
        bundle.Evidence!.Orders.ShouldBe(60);
        bundle.Reasons!.ShouldBe(
            ["Bought together in 60 of 100 orders with this product.", "60.0 times as often as chance would have it.", "15 % cheaper together."]);
    }

    [Fact]
    public async Task GetForProductAsync_AskedAgain_AnswersTheSameFromMemory()
    {
        var kitchen = await OpenAsync();
        var reader = kitchen.Reader();

        // Kept as a document after the first, as objects after the second.
        var first = Products(await AskAsync(reader, "a0"));
        var none = Products(await AskAsync(reader, "lonely"));
        var reads = kitchen.Documents.Faults.Calls;
        for (var i = 0; i < 3; i++)
        {
            Products(await AskAsync(reader, "a0")).ShouldBe(first);
            Products(await AskAsync(reader, "lonely")).ShouldBe(none);
        }

        kitchen.Documents.Faults.Calls.ShouldBe(reads);
        first.ShouldBe(["a0+b0"]);
    }

    [Fact]
    public async Task RenderForProductAsync_TwoReaders_GiveTheSameBytes()
    {
        var kitchen = await OpenAsync();

        var one = await kitchen.Reader().RenderForProductAsync(Kitchen.Shop, Id("a0"), Query, default);
        var other = await kitchen.Reader().RenderForProductAsync(Kitchen.Shop, Id("a0"), Query, default);

        one.Body.ToArray().ShouldBe(other.Body.ToArray());
        one.ETag.ShouldBe(other.ETag);
        one.Cacheable.ShouldBeTrue();
        using var json = JsonDocument.Parse(one.Body);
        json.RootElement.GetProperty("strategy").GetString().ShouldBe("bundle");
        json.RootElement.GetProperty("missingIds").GetArrayLength().ShouldBe(0);
        json.RootElement.TryGetProperty("stale", out _).ShouldBeFalse();
        json.RootElement.GetProperty("bundles")[0].GetProperty("price").GetRawText()
            .ShouldBe("""{"currency":"EUR","list":150.00,"offer":127.50,"discountPct":15.0,"discount":{"kind":"percent","value":15},"basis":"prior"}""");
        json.RootElement.GetProperty("bundles")[0].GetProperty("items")[1].GetRawText()
            .ShouldBe("""{"productId":"b0","role":"complement","quantity":1}""");
    }

    [Fact]
    public async Task RenderForProductAsync_NoExplanationWanted_LeavesEvidenceAndReasonsOut()
    {
        var kitchen = await OpenAsync();

        var rendered = await kitchen.Reader().RenderForProductAsync(Kitchen.Shop, Id("a0"), Query with { Explain = false }, default);

        var text = Encoding.UTF8.GetString(rendered.Body.Span);
        text.ShouldNotContain("evidence");
        text.ShouldNotContain("reasons");
    }

    [Fact]
    public async Task RenderForProductAsync_SecondCall_IsSynchronousAndAllocatesNothing()
    {
        var kitchen = await OpenAsync();
        var reader = kitchen.Reader();
        var product = Id("a0");
        await reader.RenderForProductAsync(Kitchen.Shop, product, Query, default);
        reader.RenderForProductAsync(Kitchen.Shop, product, Query, default).IsCompletedSuccessfully.ShouldBeTrue();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            await reader.RenderForProductAsync(Kitchen.Shop, product, Query, default);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1000);
    }

    [Fact]
    public async Task GetForProductAsync_UnknownProduct_IsNamedMissingAndGetsTheBestOfTheShop()
    {
        var kitchen = await OpenAsync();
        var reader = kitchen.Reader();
        await AskAsync(reader, "a0");
        kitchen.Documents.Faults.Reset();

        var answer = await AskAsync(reader, "nobody");

        answer.MissingIds.ShouldBe([Id("nobody")]);
        answer.Strategy.ShouldBe(AnswerStrategy.Popular);
        answer.Bundles.Count.ShouldBe(5);
        (await AskAsync(reader, "lonely")).MissingIds.ShouldBeEmpty("the catalogue knows it");
    }

    [Fact]
    public async Task GetForProductAsync_NothingPublished_IsAnEmptyAnswer()
    {
        var answer = await AskAsync(new Kitchen().Reader(), "a0");

        (answer.Strategy, answer.Bundles.Count, answer.Generation, answer.Stale).ShouldBe((AnswerStrategy.Popular, 0, null, null));
        answer.Reason.ShouldBe("Nothing has been published for this shop yet.");
    }

    [Fact]
    public async Task GetForProductAsync_ItemSoldOutAfterPublishing_IsNoLongerOffered()
    {
        var kitchen = await OpenAsync();
        var reader = kitchen.Reader();
        await reader.RenderForProductAsync(Kitchen.Shop, Id("a0"), Query, default);

        await kitchen.PutCatalogueAsync(Kitchen.PairProducts(5).Select(product => product.ProductId == Id("b0") ? product with { Stock = 0 } : product));
        kitchen.Clock.Advance(TimeSpan.FromSeconds(31));
        var answer = await AskAsync(reader, "a0");

        answer.Strategy.ShouldBe(AnswerStrategy.Popular);
        answer.Bundles.ShouldAllBe(bundle => bundle.Items.All(item => item.ProductId != Id("b0")));
        answer.Bundles.Count.ShouldBe(4);
    }

    [Fact]
    public async Task GetForProductAsync_PriceAndStockChangedAfterPublishing_AreServedAsTheyAre()
    {
        var kitchen = await OpenAsync();
        await kitchen.PutCatalogueAsync(Kitchen.PairProducts(5).Select(product =>
            product.ProductId == Id("b0") ? product with { Price = 100m, Cost = 130m, Stock = 7 } : product));

        var bundle = (await AskAsync(kitchen.Reader(), "a0")).Bundles[0];

        // floor = (40 + 130) x 1.15 = 195.50: only the list price, 200, would do but for 0 % steps.
        (bundle.Price.List, bundle.Price.Offer).ShouldBe((200m, 200m));
        bundle.Availability.ShouldBe(new BundleFunctions.Offers.BundleAvailability(7, Id("b0")));
    }

    [Fact]
    public async Task GetForProductAsync_AvailabilityEnds_IsNoticedWithoutANewCatalogue()
    {
        var kitchen = new Kitchen();
        var end = kitchen.Clock.GetUtcNow().AddHours(1);
        await kitchen.PutCatalogueAsync(Kitchen.PairProducts(2).Select(product =>
            product.ProductId == Id("b0") ? product with { AvailableTo = end } : product));
        await kitchen.PublishAsync(await kitchen.PutModelAsync(Kitchen.Pairs(2)));
        var reader = kitchen.Reader();
        Products(await AskAsync(reader, "a0")).ShouldBe(["a0+b0"]);

        kitchen.Clock.Advance(TimeSpan.FromHours(1));

        Products(await AskAsync(reader, "a0")).ShouldNotContain("a0+b0");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GetForProductAsync_LargeCatalogueInANewProcess_AnswersAsPublishedUntilItIsRead(bool readsInPlace)
    {
        var kitchen = await OpenAsync();
        await kitchen.PutCatalogueAsync(Kitchen.PairProducts(5).Select(product => product.ProductId == Id("b0") ? product with { Stock = 7 } : product));
        var gate = new TaskCompletionSource();
        kitchen.FaultyBlobs.Faults.Gate = gate.Task;
        kitchen.FaultyBlobs.Faults.WaitsInPlace = readsInPlace;
        var reader = kitchen.Reader(new ServingOptions { Deadline = TimeSpan.FromSeconds(4) });

        var published = (await AskAsync(reader, "a0")).Bundles[0];
        gate.SetResult();
        var now = published;
        for (var i = 0; i < 200 && now.Availability == published.Availability; i++)
        {
            kitchen.Clock.Advance(TimeSpan.FromSeconds(3));
            now = (await AskAsync(reader, "a0")).Bundles[0];
            await Task.Delay(5);
        }

        published.Items.Select(item => item.ProductId.Value).ShouldBe(["a0", "b0"]);
        now.Availability.ShouldBe(new BundleFunctions.Offers.BundleAvailability(7, Id("b0")));
    }

    [Fact]
    public async Task GetForProductAsync_NewGeneration_ServesWhollyAfterSeconds()
    {
        var kitchen = await OpenAsync();
        var reader = kitchen.Reader();
        var first = (await AskAsync(reader, "a0")).Generation;
        await kitchen.PublishAsync(await kitchen.PutModelAsync(Kitchen.Pairs(5, orders: 80)));
        var second = (await kitchen.PointerAsync()).Current;

        var seen = new List<GenerationId?>();
        for (var i = 0; i < 200 && !seen.Contains(second); i++)
        {
            kitchen.Clock.Advance(TimeSpan.FromSeconds(3));
            var answer = await AskAsync(reader, "a0");
            seen.Add(answer.Generation);
            answer.Bundles[0].Evidence!.Orders.ShouldBe(answer.Generation == second ? 80 : 60);
            await Task.Delay(5);
        }

        seen[^1].ShouldBe(second);
        first.ShouldNotBe(second);
    }

    [Fact]
    public async Task GetForProductAsync_DocumentsDown_AnswersFromMemoryAndSaysSo()
    {
        var kitchen = await OpenAsync();
        var reader = kitchen.Reader();
        await AskAsync(reader, "a0");
        kitchen.Documents.Faults.Down = true;
        kitchen.Clock.Advance(TimeSpan.FromMinutes(5));

        var known = await AskAsync(reader, "a0");
        Products(known).ShouldBe(["a0+b0"]);
        known.Stale.ShouldBe(true);

        var unread = await AskAsync(reader, "a1");
        (unread.Stale, unread.Strategy).ShouldBe((true, AnswerStrategy.Popular));
        unread.Reason.ShouldBe("The bundles of a1 cannot be read now.");
        (await reader.RenderForProductAsync(Kitchen.Shop, Id("a0"), Query, default)).Cacheable.ShouldBeFalse();

        var cold = await AskAsync(kitchen.Reader(), "a0");
        (cold.Stale, cold.Bundles.Count).ShouldBe((true, 0));
        cold.Reason.ShouldNotBeNull();

        kitchen.Documents.Faults.Reset();
        kitchen.Clock.Advance(TimeSpan.FromMinutes(5));
        (await AskAsync(reader, "a1")).Stale.ShouldBeNull();
    }

    [Fact]
    public async Task GetForProductAsync_NewGenerationUnreadable_AnswersWhollyFromThePrevious()
    {
        var kitchen = await OpenAsync();
        var reader = kitchen.Reader();
        await AskAsync(reader, "a0");
        await kitchen.PublishAsync(await kitchen.PutModelAsync(Kitchen.Pairs(5, orders: 80)));
        var pointer = await kitchen.PointerAsync();
        await kitchen.Memory.PutManyAsync(
            [new Ports.Document(GenerationFiles.Product(Kitchen.Shop, Id("a0"), pointer.Current), "{\"b\":7}"u8.ToArray())], default);
        kitchen.Clock.Advance(TimeSpan.FromMinutes(5));

        var answer = await AskAsync(reader, "a0");

        (answer.Generation, answer.Stale, answer.Strategy).ShouldBe((pointer.Previous, true, AnswerStrategy.Bundle));
        answer.Bundles[0].Evidence!.Orders.ShouldBe(60);
    }

    [Fact]
    public async Task GetForProductAsync_StoreHangs_AnswersWithinTheDeadline()
    {
        var kitchen = await OpenAsync();
        var reader = kitchen.Reader(new ServingOptions { Deadline = TimeSpan.FromMilliseconds(100) });
        await AskAsync(reader, "a0");
        kitchen.Documents.Faults.Gate = new TaskCompletionSource().Task;

        var started = TimeProvider.System.GetTimestamp();
        var answer = await AskAsync(reader, "a1");

        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5));
        answer.Stale.ShouldBe(true);
    }

    [Fact]
    public async Task GetForProductAsync_HerdOnOneProduct_IsOneRead()
    {
        var kitchen = await OpenAsync();
        var reader = kitchen.Reader(new ServingOptions { Deadline = TimeSpan.FromSeconds(30), ReadTimeout = TimeSpan.FromSeconds(30) });
        await AskAsync(reader, "a0");
        kitchen.Documents.Faults.Reset();
        var gate = new TaskCompletionSource();
        kitchen.Documents.Faults.Gate = gate.Task;

        var herd = Enumerable.Range(0, 500).Select(_ => Task.Run(() => AskAsync(reader, "a1"))).ToArray();
        await Task.Delay(50);
        gate.SetResult();
        var answers = await Task.WhenAll(herd);

        answers.ShouldAllBe(answer => answer.Strategy == AnswerStrategy.Bundle);
        kitchen.Documents.Faults.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task GetForCartAsync_SeveralProducts_AddsOnlyWhatIsMissing()
    {
        var kitchen = new Kitchen();
        await kitchen.PutCatalogueAsync(new[] { "a", "b", "c", "d" }.Select(id => Kitchen.Item(id)));
        await kitchen.PublishAsync(await kitchen.PutModelAsync(
        [
            new ProductAssociations(Id("a"), 100, [new(Id("b"), 100, 60), new(Id("c"), 100, 50)], []),
            new ProductAssociations(Id("b"), 100, [new(Id("a"), 100, 60), new(Id("c"), 100, 55), new(Id("d"), 100, 30)], []),
        ]));

        var answer = await AskCartAsync(kitchen.Reader(), "a", "b", "a");

        // a+b adds nothing; a+c and b+c add the same.
        Products(answer).ShouldBe(["b+c", "b+d"]);
        answer.Bundles[0].Items.Select(item => item.InCart).ShouldBe([true, null]);
        answer.Bundles[0].Reasons![0].ShouldBe("Bought together in 55 of 100 orders with b.");
    }

    [Fact]
    public async Task GetForCartAsync_VariantOfWhatIsInTheCart_IsNotAdded()
    {
        var kitchen = await OpenAsync();
        await kitchen.PutCatalogueAsync(
        [
            .. Kitchen.PairProducts(5).Select(product => product.ProductId == Id("b0") ? product with { GroupId = "g" } : product),
            Kitchen.Item("b0-red") with { GroupId = "g" },
        ]);

        Products(await AskCartAsync(kitchen.Reader(), "a0", "b0-red")).ShouldNotContain("a0+b0");
    }

    [Fact]
    public async Task GetForCartAsync_EverythingSoldOut_OffersNothingThatCannotBeSold()
    {
        var kitchen = await OpenAsync();
        await kitchen.PutCatalogueAsync(Kitchen.PairProducts(5).Select(product => product with { Stock = 0 }));

        (await AskCartAsync(kitchen.Reader(), "a0", "a1")).Bundles.ShouldBeEmpty();
    }

    [Fact]
    public async Task GetForCartAsync_UnknownAndEmptyCarts_GetTheBestOfTheShop()
    {
        var kitchen = await OpenAsync();
        var reader = kitchen.Reader();

        var unknown = await AskCartAsync(reader, "x", "y");
        (unknown.Strategy, unknown.Bundles.Count).ShouldBe((AnswerStrategy.Popular, 5));
        unknown.MissingIds.ShouldBe([Id("x"), Id("y")]);
        (await AskCartAsync(reader)).Strategy.ShouldBe(AnswerStrategy.Popular);

        var whole = await AskCartAsync(reader, "a0", "b0");
        whole.Strategy.ShouldBe(AnswerStrategy.Popular);
        Products(whole).ShouldNotContain("a0+b0");
    }

    [Fact]
    public async Task GetForCartAsync_OverTheCap_IsTheCallersFault()
    {
        var reader = (await OpenAsync()).Reader();
        var cart = Enumerable.Range(0, 51).Select(i => $"p{i}").ToArray();

        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => AskCartAsync(reader, cart));
        await AskCartAsync(reader, [.. cart[..50], .. cart[..50]]);
    }

    [Fact]
    public async Task GetHomeAsync_AnyShop_RanksDistinctAnchorsAndSets()
    {
        var answer = await (await OpenAsync()).Reader().GetHomeAsync(Kitchen.Shop, Query, default);

        Products(answer).ShouldBe(["a0+b0", "a1+b1", "a2+b2", "a3+b3", "a4+b4"], ignoreOrder: true);
        answer.Bundles.Select(bundle => bundle.Score).ShouldBeInOrder(SortDirection.Descending);
        answer.Bundles.Select(bundle => bundle.BundleId).ShouldBeUnique();
    }
}
