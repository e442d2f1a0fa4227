using System.Text.Json;
using BundleFunctions.Bandits;
using BundleFunctions.Experiments;
using BundleFunctions.Feedback;
using BundleFunctions.Feedback.Sales;
using BundleFunctions.Testing;
using static BundleFunctions.Core.Tests.Feedback.Sales.SalesShop;

namespace BundleFunctions.Core.Tests.Feedback.Sales;

public sealed class SalesReporterTests
{
    [Fact]
    public async Task Report_WholeBundleAfterAClick_IsCreditedToBundleModelRuleAndVariant()
    {
        var shop = await OpenAsync();
        var id = shop.Id("price:half", "pin-camera");
        shop.React(9, "v1", "impression", CardBundle, id).React(9.1, "v1", "click", CardBundle, id).React(9.2, "v1", "add_to_cart", CardBundle, id, "\"items\":[{\"productId\":\"camera-1\"}],")
            .Buy(12, "v1", "o1", "camera-1 sd-64*2 bag-2");

        var report = await shop.ReportAsync();

        var tally = report.Bundles.ShouldHaveSingleItem().Tally;
        (tally.Impressions, tally.Clicks, tally.CartAdds, tally.Whole, tally.Partial).ShouldBe((1, 1, 1, 1, 0));
        (tally.Revenue, tally.Margin, tally.Pieces).ShouldBe((560m, 240m, 3));
        report.Bundles[0].Name.ShouldBe(CardBundle.Value);
        report.Models.ShouldHaveSingleItem().Name.ShouldStartWith("co-occurrence ");
        report.Rules.ShouldHaveSingleItem().Name.ShouldBe("pin-camera");
        report.Variants.ShouldHaveSingleItem().Name.ShouldBe("price:half");
        report.Revenue.ShouldBe(600m);
        report.Days.Single(day => day.Day.Day == 12).BundleRevenue.ShouldBe(560m);
    }

    [Fact]
    public async Task Report_RobotsAndTests_EarnNothing()
    {
        var shop = await OpenAsync();
        shop.React(9, "v1", "impression", CardBundle, shop.Id()).React(9, "robot", "impression", CardBundle, shop.Id(), "\"userAgent\":\"examplebot\",")
            .Buy(12, "v1", "o1", "camera-1").Buy(12, "v2", "o2", "camera-1", more: "\"channel\":\"qa\",");

        var report = await shop.ReportAsync();

        (report.Total.Impressions, report.Revenue).ShouldBe((1, 500m));
    }

    [Theory]
    [InlineData(15.9, 1)]
    [InlineData(16.1, 0)]
    [InlineData(8.9, 0)]
    public async Task Report_PurchaseOutsideTheWindow_IsNotCredited(double day, long whole)
    {
        var shop = await OpenAsync();
        shop.React(9, "v1", "click", CardBundle, shop.Id()).Buy(day, "v1", "o1", "camera-1 sd-64");

        (await shop.ReportAsync()).Total.Whole.ShouldBe(whole);
    }

    [Fact]
    public async Task Report_ClickBeforeThePeriod_IsCreditedWithinIt()
    {
        var shop = await OpenAsync();
        shop.React(6, "v1", "click", CardBundle, shop.Id()).Buy(9, "v1", "o1", "camera-1 sd-64");

        var report = await shop.ReportAsync();

        (report.Total.Whole, report.Total.Clicks).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Report_TwoBundlesShareAProduct_TheLastClickedTakesItAndNothingIsCreditedTwice()
    {
        var shop = await OpenAsync();
        shop.React(9, "v1", "click", CardBundle, shop.Id()).React(10, "v1", "click", BagBundle, shop.Id()).Buy(11, "v1", "o1", "camera-1 sd-64 bag-2");

        var report = await shop.ReportAsync();

        Row(report, BagBundle).Whole.ShouldBe(1);
        Row(report, BagBundle).Revenue.ShouldBe(540m);
        Row(report, CardBundle).Partial.ShouldBe(1);
        Row(report, CardBundle).Revenue.ShouldBe(30m);
        report.Total.Revenue.ShouldBe(report.Revenue);
    }

    [Fact]
    public async Task Report_OtherCardOfTheSameCategory_IsASwap()
    {
        var shop = await OpenAsync();
        shop.React(9, "v1", "click", CardBundle, shop.Id()).Buy(9.5, "v1", "o1", "camera-1 sd-128");

        var total = (await shop.ReportAsync()).Total;

        (total.Whole, total.Swapped, total.Partial, total.Margin).ShouldBe((0, 1, 0, 230m));
    }

    [Fact]
    public async Task Report_PartThatWasInTheCartBefore_IsNotCredited()
    {
        var shop = await OpenAsync();
        shop.Cart(8.9, "v1", "camera-1").React(9, "v1", "click", CardBundle, shop.Id()).Buy(9.5, "v1", "o1", "camera-1")
            .Cart(8.9, "v2", "camera-1").React(9, "v2", "click", CardBundle, shop.Id()).Buy(9.5, "v2", "o2", "camera-1 sd-64");

        var total = (await shop.ReportAsync()).Total;

        (total.Whole, total.Partial, total.Revenue, total.AlreadyWanted).ShouldBe((1, 0, 530m, 500m));
    }

    [Theory]
    [InlineData("\"orderId\":\"o1\",", "v1")]
    [InlineData("", "v1")]
    [InlineData("\"orderId\":\"o1\",", "another")]
    public async Task Report_Refund_IsTakenBack(string order, string visitor)
    {
        var shop = await OpenAsync();
        shop.React(9, "v1", "click", CardBundle, shop.Id()).Buy(9.5, "v1", "o1", "camera-1 sd-64*2")
            .Line(28, visitor, "refund", $$"""{{order}}"items":[{"productId":"sd-64","quantity":5}],""");

        var total = (await shop.ReportAsync()).Total;

        (total.ReturnedPieces, total.ReturnedRevenue, total.ReturnedMargin).ShouldBe((2, 60m, 40m));
        (total.NetRevenue, total.NetMargin).ShouldBe((500m, 200m));
    }

    [Fact]
    public async Task Report_IdsThatAreNotOurs_AreCountedAndNotCredited()
    {
        var shop = await OpenAsync();
        var id = shop.Id();
        string[] ids =
        [
            "r-1",
            new RecommendationIds([.. Enumerable.Repeat((byte)9, 32)]).Create(Porch.Shop, new RecommendationStamp("product", null, "00ff")),
            Ids.Create(Identifier.Parse<ShopId>("rival"), new RecommendationStamp("product", null, "00ff")),
        ];
        foreach (var other in ids)
        {
            shop.React(9, "v1", "click", CardBundle, other);
        }

        shop.React(9, "v1", "click", CardBundle, null).Buy(9.5, "v1", "o1", "camera-1 sd-64")
            .React(10, "v2", "impression", CardBundle, id).React(10.1, "v2", "impression", CardBundle, id).React(11, "v2", "impression", CardBundle, id);

        var report = await shop.ReportAsync();

        var counts = report.Counts;
        (counts.UnknownIds, counts.ForgedIds, counts.ForeignIds, counts.WithoutId, counts.Replayed).ShouldBe((1, 1, 1, 1, 1));
        (report.Total.Clicks, report.Total.Whole, report.Total.Impressions).ShouldBe((0, 0, 2));
    }

    [Fact]
    public async Task Report_Robot_MovesNoFigureBeyondItsCap()
    {
        var shop = await OpenAsync();
        for (var i = 0; i < 500; i++)
        {
            shop.React(9 + (i / 1000.0), "robot", "click", CardBundle, Ids.Create(Porch.Shop, new RecommendationStamp("product", shop.Generation, $"{i}")));
        }

        for (var i = 0; i < 30; i++)
        {
            shop.Buy(9.9, "robot", $"o{i}", "camera-1 sd-64");
        }

        var report = await shop.ReportAsync(request => request with { MaxInteractionsPerDay = 50 });

        (report.Counts.Robots, report.Counts.ByRobots, report.Counts.CappedOrders).ShouldBe((1, 450, 30));
        (report.Total.Clicks, report.Total.Whole).ShouldBe((50, 0));
    }

    [Fact]
    public async Task Report_ManyOrdersOfOneVisitor_AreCreditedUpToTheCap()
    {
        var shop = await OpenAsync();
        shop.React(9, "v1", "click", CardBundle, shop.Id());
        for (var i = 0; i < 30; i++)
        {
            shop.Buy(9.9, "v1", $"o{i}", "camera-1 sd-64");
        }

        var report = await shop.ReportAsync();

        (report.Total.Whole, report.Counts.CappedOrders).ShouldBe((10, 20));
    }

    [Fact]
    public async Task Report_NoConsent_IsNotLookedAt()
    {
        var shop = await OpenAsync();
        shop.React(9, "v1", "click", CardBundle, shop.Id(), "\"consent\":{\"analytics\":false},").Buy(9.5, "v1", "o1", "camera-1 sd-64");

        var report = await shop.ReportAsync();

        (report.Counts.WithoutConsent, report.Total.Clicks, report.Total.Whole).ShouldBe((1, 0, 0));
    }

    [Fact]
    public async Task Report_FilesInAnyOrderOrTwice_IsTheSame()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        one.React(9, "v1", "click", CardBundle, one.Id()).Buy(9.5, "v1", "o1", "camera-1 sd-64").Buy(20, "v1", "o1", "sd-64", "refund");
        other.Line(9.6, "v9", "view", "\"items\":[{\"productId\":\"bag-2\"}],");
        await other.FlushAsync();
        other.React(9, "v1", "click", CardBundle, other.Id()).Buy(9.5, "v1", "o1", "camera-1 sd-64").Buy(20, "v1", "o1", "sd-64", "refund");
        one.Line(9.6, "v9", "view", "\"items\":[{\"productId\":\"bag-2\"}],");

        JsonSerializer.Serialize(await other.ReportAsync(), SalesJson.Default.SalesReport)
            .ShouldBe(JsonSerializer.Serialize(await one.ReportAsync(), SalesJson.Default.SalesReport));
    }

    [Fact]
    public async Task Report_Holdout_UpliftIsTheDifferenceOfMeans()
    {
        var shop = await OpenAsync();
        await shop.TryOutAsync(ExperimentBook.Empty with { Holdout = new HoldoutOptions(0.5) });
        var book = await shop.Experiments.ReadAsync(Porch.Shop, default);
        var (treated, held) = (0, 0);
        for (var i = 0; i < 60; i++)
        {
            // Of those who may see bundles every visitor buys, of the others every second one.
            var isHeld = book.Holdout.Holds(Visitor($"v{i}"));
            var buys = !isHeld || held % 2 == 0;
            (treated, held) = isHeld ? (treated, held + 1) : (treated + 1, held);
            shop.Line(9, $"v{i}", "view", "\"items\":[{\"productId\":\"camera-1\"}],");
            if (buys)
            {
                shop.Buy(9.5, $"v{i}", $"o{i}", "camera-1");
            }
        }

        var uplift = (await shop.ReportAsync()).Uplift.ShouldNotBeNull();

        (uplift.TreatedVisitors, uplift.HoldoutVisitors).ShouldBe((treated, held));
        uplift.TreatedMargin.ShouldBe(200);
        uplift.HoldoutMargin.ShouldBe(200.0 * ((held + 1) / 2) / held, 1e-9);
        uplift.MarginPerVisitor!.Value.ShouldBe(200 - uplift.HoldoutMargin, 1e-9);
        uplift.IncrementalMargin!.Value.ShouldBe(treated * uplift.MarginPerVisitor.Value, 1e-6);
    }

    [Fact]
    public async Task Report_Experiment_CountsWhatCameAfterTheFirstAnswer()
    {
        var shop = await OpenAsync();
        await shop.TryOutAsync(ExperimentBook.Empty with
        {
            Experiments = [new ExperimentDefinition("price", [new("a"), new("b", DiscountShare: 0.5)], new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero))],
        });
        shop.Buy(8.5, "v1", "o0", "camera-1").React(9, "v1", "impression", null, shop.Id("price:a")).Buy(9.5, "v1", "o1", "sd-64")
            .React(9, "v2", "impression", CardBundle, shop.Id("price:b")).Buy(9.5, "v2", "o2", "camera-1").Buy(10, "v2", "o2", "camera-1", "refund")
            .React(9, "v3", "impression", CardBundle, shop.Id("price:b"));

        var experiment = (await shop.ReportAsync()).Experiments.ShouldHaveSingleItem();

        experiment.Variants.Select(variant => (variant.Visitors, variant.Margin, variant.Conversion)).ShouldBe([(1, 20, 1), (2, 0, 0.5)]);
    }

    [Fact]
    public async Task Report_Interleaved_ClicksSpeakForTheRankingThatPutTheBundleThere()
    {
        var shop = await OpenAsync();
        var definition = new ExperimentDefinition("looks", [new("a"), new("b", Rules: ["x"])], new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero), Interleaved: true);
        await shop.TryOutAsync(ExperimentBook.Empty with { Experiments = [definition] });
        string Id(bool cardIsControls) => shop.Id($"{TeamCode.ArmOf("looks")}-{TeamCode.Write([CardBundle, BagBundle], [cardIsControls, !cardIsControls])}");
        for (var i = 0; i < 40; i++)
        {
            // Three in four click what the rival put there, wherever chance had it.
            var (cardIsControls, clicksControls) = (i % 2 == 0, i % 4 == 3);
            var (id, clicked) = (Id(cardIsControls), clicksControls == cardIsControls ? CardBundle : BagBundle);
            shop.React(9, $"v{i}", "impression", CardBundle, id).React(9, $"v{i}", "impression", BagBundle, id).React(9.1, $"v{i}", "click", clicked, id);
        }

        var report = await shop.ReportAsync();

        var mixed = report.Experiments.ShouldHaveSingleItem().Interleaving.ShouldNotBeNull();
        (mixed.Visitors, mixed.Control, mixed.Rival).ShouldBe((40, 10, 30));
        mixed.PValue.ShouldBe(TeamDraft.PValue(10, 30));
        report.Variants.Select(row => row.Name).ShouldBe(["looks:mix-control", "looks:mix-rival"], ignoreOrder: true);
        report.Variants.Sum(row => row.Tally.Clicks).ShouldBe(40);
        SalesHtml.Render(report).ShouldContain("Two rankings mixed, 40 visitors");
    }

    [Fact]
    public async Task Report_DiscountsThatWereDrawn_TellsWhatEachShareWouldEarn()
    {
        var shop = await OpenAsync();
        string Id(double share, double propensity) => Ids.Create(
            Porch.Shop, new RecommendationStamp("product", shop.Generation, "00ff") { DiscountShare = share, DiscountPropensity = propensity, Bucket = 7 });
        for (var i = 0; i < 40; i++)
        {
            // Half the discount is drawn once in four times, and sells to every second visitor instead of to every fifth.
            var (half, buys) = (i % 4 == 0, i % 4 == 0 ? i % 8 == 0 : i % 5 == 0);
            var id = half ? Id(0.5, 0.25) : Id(1, 0.75);
            shop.React(9, $"v{i}", "impression", CardBundle, id);
            if (buys)
            {
                shop.React(9.1, $"v{i}", "click", CardBundle, id).Buy(9.2, $"v{i}", $"o{i}", "camera-1 sd-64");
            }
        }

        var report = await shop.ReportAsync();

        report.Policies!.Select(policy => (policy.DiscountShare, policy.Shown, policy.Given)).ShouldBe([(0.5, 40, 10), (1.0, 40, 30)]);
        report.Policies![0].Margin.Snips.Value.ShouldBe(5 * 220 / 10.0, 1e-6);
        report.Policies[1].Margin.Snips.Value.ShouldBe(6 * 220 / 30.0, 1e-6);
        report.Policies[0].Margin.Snips.Covers(110).ShouldBeTrue();
        SalesHtml.Render(report).ShouldContain("If one share of the discounts were always given");
    }

    [Fact]
    public async Task Report_MoreVisitorsThanAreKept_IsOfAnEvenSample()
    {
        var shop = await OpenAsync();
        await shop.TryOutAsync(ExperimentBook.Empty with { Holdout = new HoldoutOptions(0.5) });
        for (var i = 0; i < 3000; i++)
        {
            shop.Line(9, $"v{i}", "view", "\"items\":[{\"productId\":\"camera-1\"}],");
        }

        var report = await shop.ReportAsync(request => request with { MaxVisitors = 1000 });

        report.VisitorShare.ShouldBe(0.25);
        (report.Uplift!.TreatedVisitors + report.Uplift.HoldoutVisitors).ShouldBeInRange(650, 850);
        report.Uplift.SampleRatioPValue.ShouldBeGreaterThan(0.001);
    }

    [Fact]
    public async Task Learn_Bandit_FadesWhatIsOld()
    {
        var shop = await OpenAsync();
        await shop.TryOutAsync(ExperimentBook.Empty with { Bandit = new BanditOptions(HalfLifeDays: 7) });
        shop.React(14.5, "v1", "impression", CardBundle, shop.Id()).React(21.5, "v2", "impression", CardBundle, shop.Id())
            .React(21.6, "v2", "click", CardBundle, shop.Id()).Buy(21.7, "v2", "o1", "camera-1 sd-64");
        await shop.FlushAsync();

        var table = (await shop.Reporter.LearnAsync(Porch.Shop, new DateOnly(2026, 2, 28), default)).ShouldNotBeNull();

        var arm = table.Find(CardBundle);
        arm.Impressions.ShouldBe(Math.Pow(2, -14.5 / 7) + Math.Pow(2, -7.5 / 7), 1e-9);
        arm.Clicks.ShouldBe(Math.Pow(2, -7.4 / 7), 1e-6);
        arm.Margin.ShouldBe(220 * Math.Pow(2, -7.3 / 7), 1e-4);
        table.Total.ShouldBe(arm);
    }

    [Fact]
    public async Task Report_Rendered_IsOneClosedPageAndOneTable()
    {
        var shop = await OpenAsync();
        await shop.TryOutAsync(ExperimentBook.Empty with { Holdout = new HoldoutOptions(0.5) });
        for (var i = 0; i < 40; i++)
        {
            shop.React(9, $"v{i}", "click", CardBundle, shop.Id(rule: "pin")).Buy(9.5, $"v{i}", $"o{i}", "camera-1 sd-64");
        }

        var report = await shop.ReportAsync();
        var (html, csv) = (SalesHtml.Render(report), SalesCsv.Render(report));

        html.ShouldStartWith("<!DOCTYPE html>");
        html.ShouldContain("<svg");
        html.ShouldContain(CardBundle.Value);
        foreach (var outside in new[] { "<script", "http:", "https:", "<link", "<img", "NaN" })
        {
            html.ShouldNotContain(outside, Case.Sensitive);
        }

        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldAllBe(line => line.Split(',').Length == 34);
        lines.Count(line => line.StartsWith("day,", StringComparison.Ordinal)).ShouldBe(21);
        lines.ShouldContain(line => line.StartsWith($"bundle,{CardBundle},0,40,0,40,0,0,80,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-02-08", "2026-02-01")]
    [InlineData("2020-01-01", "2026-01-01")]
    [InlineData("0001-01-01", "0001-01-02")]
    [InlineData("9999-12-30", "9999-12-31")]
    public async Task Report_PeriodThatCannotBe_IsRefused(string from, string to)
    {
        var shop = await OpenAsync();

        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => shop.Reporter.ReportAsync(
            Porch.Shop, new SalesRequest(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture)), default));
    }

    private static SalesTally Row(SalesReport report, BundleId bundle) => report.Bundles.Single(row => row.Name == bundle.Value).Tally;
}
