using BundleFunctions.Bandits;
using BundleFunctions.Experiments;
using BundleFunctions.Feedback.Sales;
using BundleFunctions.Testing;
using static BundleFunctions.Core.Tests.Feedback.Sales.SalesShop;

namespace BundleFunctions.Core.Tests.Feedback.Sales;

public sealed class ExperimentKeeperTests
{
    private static readonly ExperimentDefinition Watched = new(
        "price",
        [new("a"), new("b", DiscountShare: 0)],
        new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero),
        Guardrails: [new Guardrail(ExperimentMetric.Conversion, 0.05)]);

    [Theory]
    [InlineData(0.1, true)]
    [InlineData(0.6, false)]
    public async Task Tend_VariantThatLosesBuyers_IsStoppedAndAudited(double share, bool isStopped)
    {
        var shop = await OpenAsync();
        await shop.TryOutAsync(ExperimentBook.Empty with { Experiments = [Watched] });
        for (var i = 0; i < 600; i++)
        {
            var isControl = i % 2 == 0;
            shop.React(20, $"v{i}", "impression", CardBundle, shop.Id(isControl ? "price:a" : "price:b"));
            if (i / 2 % 10 < (isControl ? 6 : 10 * share))
            {
                shop.Buy(20.5, $"v{i}", $"o{i}", "camera-1");
            }
        }

        await shop.FlushAsync();
        var report = await shop.Keeper.TendAsync(Porch.Shop, default);
        var again = await shop.Keeper.TendAsync(Porch.Shop, default);

        report.Stopped.Keys.ShouldBe(isStopped ? ["price:b"] : []);
        again.Stopped.ShouldBeEmpty();
        var book = await shop.Experiments.ReadAsync(Porch.Shop, default);
        (book.Experiments[0].Variants[1].Stopped is not null).ShouldBe(isStopped);
        (await shop.Experiments.ReadHistoryAsync(Porch.Shop, int.MaxValue, 100, default)).Count(change => change.By == ExperimentKeeper.Name).ShouldBe(isStopped ? 1 : 0);
    }

    [Fact]
    public async Task Tick_ShopWithABandit_LearnsItsTable()
    {
        var shop = await OpenAsync();
        await shop.TryOutAsync(ExperimentBook.Empty with { Bandit = new BanditOptions() });
        shop.React(28, "v1", "impression", CardBundle, shop.Id()).React(28.1, "v1", "click", CardBundle, shop.Id());
        await shop.FlushAsync();

        var report = (await shop.Keeper.TickAsync(default)).ShouldHaveSingleItem();

        (report.LearntBundles, report.Fault).ShouldBe((1, null));
        (await shop.Tables.ReadAsync(Porch.Shop, default))!.Find(CardBundle).Clicks.ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public async Task Tick_OneShopsBookIsRubbish_TheReportSaysSo()
    {
        var shop = await OpenAsync();
        await shop.SpoilBookAsync();

        (await shop.Keeper.TickAsync(default)).ShouldHaveSingleItem().Fault.ShouldNotBeNull().ShouldContain("book.json");
    }
}
