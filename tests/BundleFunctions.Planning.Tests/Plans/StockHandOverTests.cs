using BundleFunctions.Associations;
using BundleFunctions.Catalogue;
using BundleFunctions.Planning.Plans;
using BundleFunctions.Pricing;
using BundleFunctions.Publishing;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Planning.Tests.Plans;

/// <summary>From a plan's slow stock to the price of the bundle that could clear it.</summary>
public sealed class StockHandOverTests
{
    [Fact]
    public async Task Publish_AfterAPlan_PricesTheBundleOfSlowStockToMoveIt()
    {
        var (porch, plan) = await PlannedShop.OpenAsync(Settings(weight: 1));
        var publish = await ReadyAsync(porch);
        var before = await publish();

        var advised = await new StockHandOver(porch.Blobs).WriteAsync(plan, default);
        var after = await publish();

        advised.IsSlow(PlannedShop.Shade).ShouldBe(true);
        advised.IsSlow(PlannedShop.Lamp).ShouldBe(false);
        advised.IsSlow(Identifier.Parse<ProductId>("no-such")).ShouldBeNull();
        before.Forecast!.SlowPieces.Expected.ShouldBe(0);
        after.Forecast!.SlowPieces.Expected.ShouldBeGreaterThan(0);
        after.Price.DiscountPct.ShouldBeGreaterThan(before.Price.DiscountPct);
        after.Price.Offer.ShouldBeGreaterThanOrEqualTo(14 * 1.15m);
        plan.Slow.Single().ExpectedMargin.ShouldBe(plan.Slow.Single().Excess * 6);
    }

    [Theory]
    [InlineData(0, 180, 0)]
    [InlineData(1, 90, 0)]
    [InlineData(1, 180, 36)]
    public async Task Publish_NoWishToClearOrOtherOptionOrOldAdvice_PricesAsBefore(double weight, double days, int late)
    {
        var (porch, plan) = await PlannedShop.OpenAsync(Settings(weight, days));
        var publish = await ReadyAsync(porch);
        var before = await publish();
        await porch.SaveSettingsAsync(Settings(weight));
        await new StockHandOver(porch.Blobs).WriteAsync(plan with { DataThrough = plan.DataThrough.AddDays(-late) }, default);
        await porch.SaveSettingsAsync(Settings(weight, days));

        var after = await publish();

        after.Price.ShouldBe(before.Price);
        after.Forecast!.SlowPieces.Expected.ShouldBe(0);
    }

    private static ShopSettings Settings(double weight, double days = 180) => new()
    {
        Pricing = new PricingOptions { ClearanceWeight = weight, SlowStockDays = days, DiscountSteps = [0, 5, 10, 15, 20, 25, 30, 35, 40] },
    };

    // A model that knows lamp and shade to be bought together, and nothing of demand: what is slow can only be known from the plan.
    private static async Task<Func<Task<PublishedBundle>>> ReadyAsync(Porch porch)
    {
        ProductAssociations[] lines = [new(PlannedShop.Lamp, 400, [new(PlannedShop.Shade, 400, 300)], [])];
        await using var staged = await StagedAssociations.WriteAsync(lines, default);
        var draft = new ModelDraft(Porch.Shop, "co-occurrence", porch.Clock.GetUtcNow(), null, "options", new ModelMetrics(1000, lines.Length, null, []));
        var model = await new ModelWriter(porch.Blobs).WriteAsync(draft, staged, [], default);
        var publisher = new GenerationPublisher(
            porch.Blobs, new InMemoryDocumentStore(), new ShopDirectory(porch.Blobs), new ModelReader(porch.Blobs), new CatalogueReader(porch.Blobs), porch.Clock, new PublishingOptions());
        return async () =>
        {
            await publisher.PublishAsync(BlobLayout.ModelManifest(Porch.Shop, model.ModelId), default);
            return (await new CurrentBundles(porch.Blobs).ReadAsync(Porch.Shop, default).ToListAsync()).ShouldHaveSingleItem();
        };
    }
}
