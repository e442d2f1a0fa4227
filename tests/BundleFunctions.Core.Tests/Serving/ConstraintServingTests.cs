using BundleFunctions.Associations;
using BundleFunctions.Bundling;
using BundleFunctions.Bundling.Constraints;
using BundleFunctions.Core.Tests.Bundling.Constraints;
using BundleFunctions.Core.Tests.Publishing;
using BundleFunctions.Serving;
using BundleFunctions.Shops;

namespace BundleFunctions.Core.Tests.Serving;

/// <summary>What merchandisers set holds when bundles are built, and again at every answer.</summary>
public sealed class ConstraintServingTests
{
    private static readonly DateTimeOffset Start = new Kitchen().Clock.GetUtcNow();

    private static async Task<Kitchen> OpenAsync(ConstraintOptions constraints)
    {
        var kitchen = new Kitchen();
        await kitchen.PutCatalogueAsync([.. Kitchen.PairProducts(3), Kitchen.Item("lonely")]);
        await SetAsync(kitchen, constraints);
        await kitchen.PublishAsync(await kitchen.PutModelAsync(Kitchen.Pairs(3)));
        return kitchen;
    }

    private static Task SetAsync(Kitchen kitchen, ConstraintOptions constraints) =>
        kitchen.Shops.SaveSettingsAsync(Kitchen.Shop, new ShopSettings { Bundling = new() { Constraints = constraints } }, default);

    private static async Task<string[]> AskAsync(BundleReader reader, string product)
    {
        var answer = await reader.GetForProductAsync(Kitchen.Shop, Kitchen.Id(product), BundleQuery.Default, default);
        return answer.Strategy == AnswerStrategy.Bundle ? [.. answer.Bundles.Select(bundle => string.Join('+', bundle.Items.Select(item => item.ProductId)))] : [];
    }

    [Fact]
    public async Task GetForProductAsync_BannedAfterPublishing_IsNotServedWhileTheBanHolds()
    {
        var kitchen = await OpenAsync(new ConstraintOptions());
        (await AskAsync(kitchen.Reader(), "a0")).ShouldBe(["a0+b0"]);

        await SetAsync(kitchen, new ConstraintOptions
        {
            Bans = [new BundleBan { Products = [Kitchen.Id("a0"), Kitchen.Id("b0")], To = Start.AddHours(2) }],
        });
        var reader = kitchen.Reader();
        (await AskAsync(reader, "a0")).ShouldBeEmpty();
        (await AskAsync(reader, "a1")).ShouldBe(["a1+b1"]);

        kitchen.Clock.Advance(TimeSpan.FromHours(3));
        (await AskAsync(kitchen.Reader(), "a0")).ShouldBe(["a0+b0"]);
    }

    [Fact]
    public async Task GetForProductAsync_PinnedBundle_StandsFirstWhileThePinHoldsAndNoLonger()
    {
        var pins = new ConstraintOptions
        {
            Pins =
            [
                new BundlePin { Products = [Kitchen.Id("a0"), Kitchen.Id("a1"), Kitchen.Id("lonely")], Quantities = [1, 1, 2], To = Start.AddHours(2) },
                new BundlePin { Products = [Kitchen.Id("lonely"), Kitchen.Id("b2")], From = Start.AddHours(1) },
            ],
        };
        var kitchen = await OpenAsync(pins);
        kitchen.Clock.Advance(TimeSpan.FromMinutes(1));

        var answer = await kitchen.Reader().GetForProductAsync(Kitchen.Shop, Kitchen.Id("a0"), BundleQuery.Default, default);
        answer.Bundles.Select(bundle => bundle.Items.Count).ShouldBe([3, 2]);
        answer.Bundles[0].Items[2].Quantity.ShouldBe(2);
        answer.Bundles[0].Price.List.ShouldBe(400m);
        answer.Bundles[0].Evidence.ShouldBeNull();
        answer.Bundles[0].Reasons!.ShouldContain("Chosen by the shop.");
        (await AskAsync(kitchen.Reader(), "lonely")).ShouldBeEmpty();

        kitchen.Clock.Advance(TimeSpan.FromHours(3));
        (await AskAsync(kitchen.Reader(), "a0")).ShouldBe(["a0+b0"]);
        (await AskAsync(kitchen.Reader(), "lonely")).ShouldBe(["lonely+b2"]);
    }

    [Fact]
    public async Task GetForProductAsync_RandomShopRuledAfterPublishing_ServesNothingThatTheIndependentCheckerRefuses()
    {
        var products = RuledShop.Products(60, seed: 5);
        var byId = products.ToDictionary(product => product.ProductId);
        var random = new Random(5);
        var kitchen = new Kitchen();

        // Published as if nothing stood against any bundle; only then the catalogue and the rules come.
        await kitchen.PutCatalogueAsync(products.Select(product => Kitchen.Item(product.ProductId.Value)));
        await kitchen.PublishAsync(await kitchen.PutModelAsync(products.Select(anchor => Line(anchor.ProductId, products, random)).OrderBy(line => line.Product)));
        await kitchen.PutCatalogueAsync(products);
        await SetAsync(kitchen, RuledShop.Rules);
        var reader = kitchen.Reader();

        var served = 0;
        foreach (var product in products)
        {
            var answer = await reader.GetForProductAsync(Kitchen.Shop, product.ProductId, BundleQuery.Default with { Limit = 10 }, default);
            foreach (var bundle in answer.Bundles)
            {
                served++;
                PlainChecker.Passes([.. bundle.Items.Select(item => new BundleLine(byId[item.ProductId], item.Quantity))]).ShouldBeTrue();
            }
        }

        served.ShouldBeGreaterThan(20);
    }

    private static ProductAssociations Line(ProductId anchor, Product[] products, Random random)
    {
        var others = products.Select(product => product.ProductId).Where(id => id != anchor && random.Next(3) == 0).ToArray();
        var sets = Enumerable.Range(0, others.Length / 2).Select(i => new AssociatedSet([others[2 * i], others[(2 * i) + 1]], 30, 40));
        return new ProductAssociations(anchor, 100, [.. others.Select(id => new Neighbour(id, 100, 40 + random.Next(20)))], [.. sets]);
    }
}
