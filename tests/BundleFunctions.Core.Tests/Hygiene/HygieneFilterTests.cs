using BundleFunctions.Hygiene;
using static BundleFunctions.Core.Tests.Baskets.BasketEvents;

namespace BundleFunctions.Core.Tests.Hygiene;

public sealed class HygieneFilterTests
{
    private static readonly HygieneOptions AllOff = new()
    {
        Robots = new RobotOptions { Enabled = false },
        TestOrders = new TestOrderOptions { Enabled = false },
        Resellers = new ResellerOptions { Enabled = false },
        Values = new ValueOptions { Enabled = false },
    };

    [Fact]
    public void Clean_NamedRobot_DoesNotCountAndCountsWhereTheRuleIsOff()
    {
        var visit = View("1", 0, "v") with { Robot = "examplebot" };

        Filter(new HygieneOptions(), visit).Clean(visit).ShouldBeNull();
        Filter(AllOff, visit).Clean(visit).ShouldBeSameAs(visit);
    }

    [Fact]
    public void Clean_ManyPagesOfOneMoment_AreNoRobots()
    {
        // A shop that sends days instead of times.
        ShopEvent[] views = [.. Enumerable.Range(0, 200).Select(i => View($"{i}", 0, "v", $"p{i % 9}"))];

        Filter(new HygieneOptions(), views).Clean(views[0]).ShouldNotBeNull();
    }

    [Fact]
    public void Clean_FastVisitor_IsARobotUnlessItBuysLikePeople()
    {
        ShopEvent[] views = [.. Enumerable.Range(0, 100).Select(i => View($"{i}", 0, "v") with { OccurredAt = Start.AddMilliseconds(500 * i) })];

        var filter = Filter(new HygieneOptions(), views);
        filter.Find(views[0]).ShouldBe((HygieneRule.Robots, "rate"));
        Filter(new HygieneOptions(), [.. views, Purchase("x", 1, "a", visitor: "v")]).Find(views[0]).ShouldBeNull();
    }

    [Fact]
    public void Clean_TestOrders_GoWithTheirRefunds()
    {
        var byProduct = Purchase("1", 0, "a TEST", user: "u", order: "1");
        var refund = Refund("2", 1, "a", user: "u", order: "1");
        var honest = Purchase("3", 2, "a", user: "u", order: "2");
        var byChannel = Purchase("4", 3, "a", user: "u", order: "3") with { Channel = "Staging" };
        var free = Purchase("5", 4, "a", user: "u", order: "4") with { Items = [new EventItem(Identifier.Parse<ProductId>("a"), 1, 0m)] };
        ShopEvent[] events = [byProduct, refund, honest, byChannel, free];
        var filter = Filter(new HygieneOptions(), events);

        events.Select(filter.Clean).OfType<ShopEvent>().ShouldBe([honest]);
        var report = filter.Report().Rules[HygieneRule.TestOrders];
        (report.Events, report.Orders).ShouldBe((4, 3));
        report.Reasons.ShouldBe(new Dictionary<string, long>(StringComparer.Ordinal) { ["channel"] = 1, ["free"] = 1, ["test_product"] = 2 }, ignoreOrder: true);
        report.Samples.ShouldBe([Name("u").Value]);
    }

    [Fact]
    public void Clean_StaffByPseudonym_DoesNotCount()
    {
        var order = Purchase("1", 0, "a", user: "staff");
        var options = new HygieneOptions { TestOrders = new TestOrderOptions { People = [Name("staff")] } };

        Filter(options, order).Find(order).ShouldBe((HygieneRule.TestOrders, "person"));
    }

    [Fact]
    public void Clean_ImpossibleLine_LeavesTheRestOfTheOrder()
    {
        ShopEvent[] usual = [.. Enumerable.Range(0, 50).Select(i => Priced($"{i}", i, 1, 2.5m))];
        var slip = Priced("x", 60, 40_000, 2.5m) with { Order = Name("x") };
        var both = slip with { Items = [.. slip.Items, new EventItem(Identifier.Parse<ProductId>("b"), 1, 1m)] };
        var cents = Priced("y", 61, 1, 250m);
        var filter = Filter(new HygieneOptions(), [.. usual, both, cents]);

        filter.Clean(both)!.Items.Select(item => item.ProductId.Value).ShouldBe(["b"]);
        filter.Clean(slip).ShouldBeNull();
        filter.Clean(slip with { Type = EventType.Refund }).ShouldBeNull();
        filter.Clean(cents)!.Items.Single().ShouldBe(cents.Items[0] with { UnitPrice = null });
        usual.Select(filter.Clean).ShouldBe(usual);
        var rules = filter.Report().Rules;
        (rules[HygieneRule.ImpossibleQuantities].Events, rules[HygieneRule.ImpossiblePrices].Events).ShouldBe((3, 1));
        rules[HygieneRule.ImpossiblePrices].Products.ShouldBe(["a"]);
    }

    [Fact]
    public void Clean_ReturnsNotTakenBack_AreLeftOut()
    {
        var refund = Refund("1", 0, "a", user: "u");

        Filter(new HygieneOptions { TakeReturnsBack = false }, refund).Clean(refund).ShouldBeNull();
        Filter(new HygieneOptions(), refund).Clean(refund).ShouldBeSameAs(refund);
    }

    [Fact]
    public void Clean_WithoutConsentToAnalytics_IsNotLookedAt()
    {
        var visit = View("1", 0, "v") with { Robot = "examplebot", Consent = new Consent(false, false) };
        var filter = Filter(new HygieneOptions(), visit);

        filter.Clean(visit).ShouldBeSameAs(visit);
        filter.Report().Rules.Values.Sum(rule => rule.Events).ShouldBe(0);
    }

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static HygieneFilter Filter(HygieneOptions options, params ShopEvent[] events)
    {
        var survey = new HygieneSurvey(options);
        foreach (var shopEvent in events)
        {
            survey.Add(shopEvent);
        }

        return survey.Judge(catalogue: null);
    }

    private static ShopEvent View(string id, int minute, string visitor, string product = "a") =>
        Purchase(id, minute, product, visitor: visitor) with { Type = EventType.View };

    private static ShopEvent Priced(string id, int minute, int quantity, decimal price) =>
        Purchase(id, minute, "a", user: $"u{id}") with { Items = [new EventItem(Identifier.Parse<ProductId>("a"), quantity, price)] };
}
