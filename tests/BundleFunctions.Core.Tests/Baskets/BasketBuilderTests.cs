using BundleFunctions.Baskets;
using static BundleFunctions.Core.Tests.Baskets.BasketEvents;

namespace BundleFunctions.Core.Tests.Baskets;

public sealed class BasketBuilderTests
{
    [Fact]
    public void Build_LinesOfOneOrderInSeveralEvents_AreOneBasket()
    {
        var set = Build(
            Purchase("2", 5, "b a", user: "u", order: "1"),
            Purchase("1", 3, "c a", order: "1"),
            Purchase("3", 4, "d"),
            Purchase("4", 4, "d"));

        Show(set).ShouldBe(["a b c", "d", "d"]);
        set.Baskets[0].User.ShouldBe(Name("u"));
        set.Baskets[0].At.Minute.ShouldBe(3);
        set.Report.Orders.ShouldBe(3);
    }

    [Fact]
    public void Build_RefundOfNamedOrder_TakesFromThatOrderEvenWhereItIsOlder()
    {
        var set = Build(
            Purchase("1", 1, "a b", user: "u", order: "1"),
            Purchase("2", 2, "a c", user: "u", order: "2"),
            Refund("3", 3, "a", user: "u", order: "1"));

        Show(set).ShouldBe(["b", "a c"]);
        set.Report.RefundedPieces.ShouldBe(1);
        set.Report.UnmatchedRefunds.ShouldBe(0);
    }

    [Fact]
    public void Build_RefundWithoutOrder_TakesFromNewestEarlierOrdersUntilConsumed()
    {
        var set = Build(
            Purchase("1", 1, "a:2 x", user: "u"),
            Purchase("2", 2, "a:2 y", user: "u"),
            Purchase("3", 9, "a:2 z", user: "u"),
            Purchase("4", 2, "a:2 w", user: "v"),
            Refund("5", 5, "a:3", user: "u", order: "unknown"));

        Show(set).ShouldBe(["a x", "a w", "y", "a z"]);
        set.Report.RefundedPieces.ShouldBe(3);
    }

    [Fact]
    public void Build_RefundOfPart_LeavesTheProductInTheBasket() =>
        Show(Build(Purchase("1", 1, "a:3", user: "u"), Refund("2", 1, "a:2", user: "u"))).ShouldBe(["a"]);

    [Fact]
    public void Build_RefundOfVisitorWithoutUser_TakesFromTheVisitorsOrder() =>
        Show(Build(Purchase("1", 1, "a b", visitor: "d"), Refund("2", 1, "a", visitor: "d"))).ShouldBe(["b"]);

    [Fact]
    public void Build_GuessedRefund_NeverTakesWhatANamedRefundTakes()
    {
        var set = Build(
            Purchase("1", 1, "a x", user: "u", order: "1"),
            Purchase("2", 2, "a y", user: "u", order: "2"),
            Refund("3", 3, "a", user: "u"),
            Refund("4", 4, "a", user: "u", order: "2"));

        Show(set).ShouldBe(["x", "y"]);
        set.Report.UnmatchedRefunds.ShouldBe(0);
    }

    [Fact]
    public void Build_UnmatchedRefunds_AreCounted()
    {
        var set = Build(
            Purchase("1", 5, "a:2", user: "u", order: "1"),
            Refund("2", 1, "a", user: "u"),
            Refund("3", 9, "b:4", user: "u"),
            Refund("4", 9, "a:3", user: "u", order: "1"),
            Refund("5", 9, "a"));

        set.Baskets.ShouldBeEmpty();
        set.Report.EmptiedOrders.ShouldBe(1);
        set.Report.RefundedPieces.ShouldBe(2);
        set.Report.UnmatchedRefunds.ShouldBe(4);
        set.Report.UnmatchedPieces.ShouldBe(1 + 4 + 1 + 1);
    }

    [Fact]
    public void Build_EventsWithoutConsentToAnalytics_AreNotLearnedFrom()
    {
        var refused = Purchase("2", 9, "a b") with { Consent = new Consent(Personalization: true, Analytics: false) };
        var allowed = Purchase("1", 1, "c") with { Consent = new Consent(Personalization: false, Analytics: true) };

        var set = Build(refused, allowed);

        Show(set).ShouldBe(["c"]);
        set.Report.WithoutConsent.ShouldBe(1);
        set.Report.DataThrough!.Value.Minute.ShouldBe(1);
    }

    [Fact]
    public void Build_QuantitiesBeyondInt_DoNotOverflow() =>
        Show(Build(
            Purchase("1", 1, "a:2147483647", user: "u", order: "1"),
            Purchase("2", 1, "a:2147483647", user: "u", order: "1"),
            Refund("3", 1, "a:2147483647", user: "u", order: "1"))).ShouldBe(["a"]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Build_EventsInAnyOrder_GiveTheSameBaskets(int seed)
    {
        var random = new Random(seed);
        var events = Enumerable.Range(0, 400).Select(i => RandomEvent(i, random)).ToList();
        var expected = Build([.. events]);

        for (var round = 0; round < 10; round++)
        {
            var shuffled = events.ToArray();
            random.Shuffle(shuffled);
            var actual = Build(shuffled);
            Show(actual).ShouldBe(Show(expected));
            actual.Baskets.Select(b => (b.Key, b.User, b.At)).ShouldBe(expected.Baskets.Select(b => (b.Key, b.User, b.At)));
            actual.Report.ShouldBe(expected.Report);
        }

        expected.Report.UnmatchedRefunds.ShouldBeGreaterThan(0);
        expected.Report.RefundedPieces.ShouldBeGreaterThan(20);
        expected.Report.EmptiedOrders.ShouldBeGreaterThan(0);
    }

    private static ShopEvent RandomEvent(int id, Random random)
    {
        var items = string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"p{random.Next(6)}:{random.Next(1, 4)}"));
        var user = random.Next(5) == 0 ? null : $"u{random.Next(4)}";
        var order = random.Next(2) == 0 ? null : $"o{random.Next(60)}";
        return random.Next(3) == 0
            ? Refund($"e{id}", random.Next(50), items, user, order)
            : Purchase($"e{id}", random.Next(50), items, user, order);
    }

    private static BasketSet Build(params ShopEvent[] events)
    {
        var builder = new BasketBuilder();
        foreach (var shopEvent in events)
        {
            builder.Add(shopEvent);
        }

        return builder.Build();
    }

    private static string[] Show(BasketSet set) => [.. set.Baskets.Select(basket => string.Join(' ', basket.Products))];
}
