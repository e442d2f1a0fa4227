using BundleFunctions.Catalogue;
using BundleFunctions.Training.Pricing;

namespace BundleFunctions.Training.Tests.Pricing;

public sealed class PriceHistoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private int _event;

    [Fact]
    public void Build_SalesWithGaps_CarriesThePriceOverDaysWithoutSales()
    {
        var history = Of(Sale(0, "a", 2, 10m), Sale(0, "a", 1, 10m), Sale(3, "a", 1, 10m, discount: 2m), Sale(5, "a", 1, 8m), Sale(6, "b", 1, 3m));

        var series = history.Build(Catalogue("a", "b", "never-sold"));

        series.Select(one => one.Product.Value).ShouldBe(["a", "b"]);
        series[0].Days.Select(day => (day.UnitPrice, day.Units)).ShouldBe([(10m, 3), (10m, 0), (10m, 0), (8m, 1), (8m, 0), (8m, 1), (8m, 0)]);
        series[0].PricePoints.ShouldBe(2);
        series[1].Days.Count.ShouldBe(1);
    }

    [Fact]
    public void Build_WhatIsNoShoppersAnswerToAPrice_IsLeftOutOrCapped()
    {
        var history = Of(
            Sale(0, "a", 1, 10m),
            Sale(0, "a", 5000, 10m),
            Sale(0, "a", 1, null),
            Sale(0, "a", 1, 10m, discount: 10m),
            Sale(0, "a", 1, 10m) with { Currency = "USD" },
            Sale(0, "a", 1, 10m) with { Consent = new Consent(true, false) },
            Sale(0, "a", 1, 10m) with { Type = EventType.View });

        history.Build(Catalogue("a"))[0].Days.Single().Units.ShouldBe(1 + PriceHistory.MostPiecesOfLine);
    }

    [Fact]
    public void Build_BusyDays_HaveMoreExposureByWhatOthersSold()
    {
        var events = Enumerable.Range(0, 20).SelectMany(day => Enumerable.Range(0, day % 2 == 0 ? 30 : 10).Select(_ => Sale(day, "b", 10, 5m)))
            .Append(Sale(0, "a", 1, 10m)).Append(Sale(19, "a", 1, 9m)).ToArray();

        var days = Of(events).Build(Catalogue("a", "b"))[0].Days;

        // 300 or 100 pieces by a mean of 200, with 20 added to each.
        days[0].Exposure.ShouldBe(320 / 220.0, 1e-9);
        days[1].Exposure.ShouldBe(120 / 220.0, 1e-9);
    }

    [Fact]
    public void Build_EventsInAnyOrder_GivesTheSame()
    {
        var random = new Random(4);
        var events = Enumerable.Range(0, 500).Select(_ => Sale(
            random.Next(40), $"p{random.Next(9)}", random.Next(1, 4), random.Next(1, 900) / 100m)).ToArray();
        var expected = Text(Of(events));
        random.Shuffle(events);

        Text(Of(events)).ShouldBe(expected);
    }

    private static string Text(PriceHistory history) => string.Join(
        '\n', history.Build(Catalogue([.. Enumerable.Range(0, 9).Select(i => $"p{i}")])).Select(one => $"{one.Product} {one.PricePoints} {string.Join(' ', one.Days)}"));

    private static PriceHistory Of(params ShopEvent[] events)
    {
        var history = new PriceHistory();
        foreach (var one in events)
        {
            history.Add(one);
        }

        return history;
    }

    private static CatalogueSnapshot Catalogue(params string[] products) => new("any", isDerived: false, [.. products.Select(id => new Product
    {
        ProductId = Identifier.Parse<ProductId>(id),
        Title = id,
        Price = 10m,
        Currency = "EUR",
    })]);

    private ShopEvent Sale(int day, string product, int quantity, decimal? price, decimal? discount = null) => new()
    {
        EventId = Identifier.Parse<EventId>($"e{++_event}"),
        Type = EventType.Purchase,
        OccurredAt = Start.AddDays(day),
        Items = [new EventItem(Identifier.Parse<ProductId>(product), quantity, price, discount)],
    };
}
