using BundleFunctions.Associations;
using BundleFunctions.Bundling;
using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Offers;
using BundleFunctions.Planning.Forecasting;
using BundleFunctions.Planning.Series;
using BundleFunctions.Planning.Stock;
using BundleFunctions.Pricing;
using BundleFunctions.Publishing;

namespace BundleFunctions.Planning.Tests.Stock;

/// <summary>What a bundle's offer takes of its components, where how many buyers there are, and what each would pay, is known by construction.</summary>
public sealed class BundleUpliftTests
{
    private const int Buyers = 20_000;
    private static readonly ProductId Lamp = Identifier.Parse<ProductId>("lamp");
    private static readonly ProductId Shade = Identifier.Parse<ProductId>("shade");

    [Theory]
    [InlineData(1, 0.2)]
    [InlineData(2, 0.2)]
    [InlineData(2, 0.6)]
    public void FindRisks_PlantedBuyers_ExpectsThePiecesThatTheyTake(int shades, double keen)
    {
        var population = Population(shades, keen);
        BundleLine[] lines = [Line(Lamp, 30, 10, 1), Line(Shade, 10, 4, shades)];
        var priced = new BundlePricer(new PricingOptions()).Price(lines, population);
        var offer = priced.Price.ShouldNotBeNull().Offer;
        const double WeeklyOrders = 500;

        var risk = Advisor().FindRisks(Planned(), [(Bundle(shades, priced), 12)], WeeklyOrders).ShouldHaveSingleItem();

        // One by one: whoever would pay as much for the bundle, and gains by it over what is bought singly.
        var takers = population.Where(buyer => Takes(buyer, offer, shades)).Sum(buyer => buyer.Weight);
        takers.ShouldBeGreaterThan(0);
        risk.Component.ShouldBe("shade");
        risk.WeeklyOrders.ShouldBe(12);
        risk.BundledPieces.ShouldNotBeNull().ShouldBe(takers / population.Sum(buyer => buyer.Weight) * WeeklyOrders * shades, 0.5);
    }

    [Fact]
    public void FindRisks_NoForecastOrEnoughStock_SaysNothing()
    {
        var bundle = Bundle(1, new BundlePricer(new PricingOptions()).Price([Line(Lamp, 30, 10, 1), Line(Shade, 10, 4, 1)], Population(1, 0.2)));

        Advisor().FindRisks(Planned(), [(bundle with { Forecast = null }, 12)], 500).ShouldHaveSingleItem().BundledPieces.ShouldBeNull();
        Advisor().FindRisks(Planned(stock: 9000), [(bundle, 12)], 500).ShouldBeEmpty();
    }

    private static bool Takes(Consumer buyer, decimal offer, int shades)
    {
        decimal[] list = [30, 10 * shades];
        return buyer.Willingness.Zip(list, Math.Min).Sum() >= offer;
    }

    private static Consumer[] Population(int shades, double keen)
    {
        var random = new SeededRandom(11);
        return
        [
            .. Enumerable.Range(0, Buyers).Select(_ => new Consumer(
                1,
                [Math.Round((decimal)(random.NextDouble() < keen ? 25 + (15 * random.NextDouble()) : 20 * random.NextDouble()), 2), Math.Round((decimal)(shades * 14 * random.NextDouble()), 2)])),
        ];
    }

    private static StockAdvisor Advisor() => new(new StockOptions { LeadTimeDays = 14 }, new PricingOptions(), new DateOnly(2026, 6, 1));

    private static Dictionary<ProductId, (Product Product, SeriesForecast Forecast)> Planned(int stock = 40)
    {
        var series = new[] { 20.0, 35.0 }.Select((level, i) => new DemandSeries(i == 0 ? "lamp" : "shade", SeriesStep.Week, new DateOnly(2026, 1, 5), [.. Enumerable.Repeat(level, 20)])).ToList();
        var forecasts = new Forecaster(options: new ForecastOptions { Horizon = 8 }).Forecast(series, default).ToDictionary(one => one.Series.Key, StringComparer.Ordinal);
        return new()
        {
            [Lamp] = (Line(Lamp, 30, 10, 1).Product with { Stock = 9000 }, forecasts["lamp"]),
            [Shade] = (Line(Shade, 10, 4, 1).Product with { Stock = stock }, forecasts["shade"]),
        };
    }

    private static PublishedBundle Bundle(int shades, PricingResult priced) => new(
        BundleNaming.NameOf([(Lamp, 1), (Shade, shades)]),
        1,
        [new BundleItem(Lamp, ItemRole.Anchor, 1), new BundleItem(Shade, ItemRole.Complement, shades)],
        priced.Price!,
        null,
        null,
        new Evidence(300, 400, 400, 1000),
        priced.Forecast);

    private static BundleLine Line(ProductId id, decimal price, decimal cost, int quantity) =>
        new(new Product { ProductId = id, Title = id.Value, Price = price, Cost = cost, Currency = "EUR" }, quantity);
}
