using System.Globalization;
using System.Text.Json;
using BundleFunctions.Bundling;
using BundleFunctions.Offers;
using BundleFunctions.Pricing;
using BundleFunctions.Shops;

namespace BundleFunctions.Core.Tests.Pricing;

public sealed class BundlePricerTests
{
    private static readonly BundleDemand Often = new([0.05, 0.05], 0.01);

    private static BundleLine Line(decimal price, decimal? cost, string currency = "EUR") =>
        PricedGoods.Line($"p{price:0}", price, cost, currency);

    [Fact]
    public void Price_WideMargin_GivesADiscountAndSaysWhatItEarns()
    {
        var result = new BundlePricer(new PricingOptions()).Price([Line(100m, 20m), Line(50m, 5m)], Often);

        result.Price!.ShouldBe(new BundlePrice("EUR", 150.00m, 127.50m, 15.0m, new OfferDiscount(DiscountKind.Percent, 15m), "prior"));
        result.Code.ShouldBe("discounted");
        result.Forecast!.MarginGain.Expected.ShouldBeGreaterThan(0);
        result.Forecast.Units.Low95.ShouldBeLessThan(result.Forecast.Units.Expected);
        result.Forecast.Units.High95.ShouldBeGreaterThan(result.Forecast.Units.Expected);
        result.Reason.ShouldContain($"{result.Forecast.MarginGain.Expected} EUR more margin from 1000 orders (prior)");
    }

    [Fact]
    public void Price_MarginThatADiscountWouldEatUp_StaysAtListPrice()
    {
        // At an elasticity of 2.6 a monopolist asks cost x 1.625: 130 for a cost of 80, so that below 110 every step loses.
        var result = new BundlePricer(new PricingOptions()).Price([Line(60m, 50m), Line(50m, 30m)], Often);

        (result.Price!.Offer, result.Code, result.Price.Discount).ShouldBe((110m, "list_price", null));
        result.Reason.ShouldBe("No discount: none of 3 above the floor 92 EUR earns more (prior).");
    }

    [Fact]
    public void Price_AlwaysBoughtTogetherAnyway_GivesNothingAway()
    {
        // Whoever buys one buys both: a discount gives money to those who pay list price now, and few others are near.
        var together = new BundlePricer(new PricingOptions(), PricedGoods.Known(("p100", -0.8), ("p50", -0.8)));

        together.Price([Line(100m, 40m), Line(50m, 20m)], new BundleDemand([0.05, 0.05], 0.05)).Code.ShouldBe("list_price");
    }

    [Fact]
    public void Price_MoreElasticDemand_NeverGivesASmallerDiscount()
    {
        var offers = new[] { -1.0, -2.0, -3.0, -4.0, -6.0 }.Select(elasticity => new BundlePricer(
            new PricingOptions { Kinds = [DiscountKind.FixedPrice], MinMarginPct = 0 }, PricedGoods.Known(("p100", elasticity), ("p50", elasticity)))
            .Price([Line(100m, 60m), Line(50m, 30m)], Often).Price!.Offer).ToList();

        offers.ShouldBe(offers.OrderDescending());
        offers[^1].ShouldBeLessThan(offers[0]);
    }

    [Fact]
    public void Price_UnknownCost_GivesNoDiscountAndSaysWhy()
    {
        var result = new BundlePricer(new PricingOptions()).Price([Line(60m, 1m), Line(40m, null)]);

        result.Price.ShouldBe(new BundlePrice("EUR", 100.00m, 100.00m, 0m));
        result.Reason.ShouldBe("No discount: the cost of p40 is not known.");
    }

    [Fact]
    public void Price_UnknownCostAndADefaultDiscount_GivesThat()
    {
        var result = new BundlePricer(new PricingOptions { DiscountWithoutCostPct = 4m }).Price([Line(60m, 1m), Line(40m, null)]);

        (result.Price!.Offer, result.Code).ShouldBe((96m, "cost_unknown"));
        result.Reason.ShouldBe("4 % off by default: the cost of p40 is not known.");
    }

    [Fact]
    public void Price_ListBelowFloor_IsNotSold()
    {
        var result = new BundlePricer(new PricingOptions()).Price([Line(60m, 60m), Line(40m, 40m)]);

        result.Price.ShouldBeNull();
        result.Code.ShouldBe("below_floor");
        result.Reason.ShouldBe("Not sold: the list price 100 EUR is below the floor 115 EUR.");
    }

    [Fact]
    public void Price_TwoCurrencies_IsNotSold() =>
        new BundlePricer(new PricingOptions()).Price([Line(60m, 1m), Line(40m, 1m, "USD")]).Code.ShouldBe("mixed_currencies");

    [Fact]
    public void Price_HugeAmounts_IsAValueAndNotAnException() =>
        new BundlePricer(new PricingOptions()).Price([Line(decimal.MaxValue, 1m), Line(decimal.MaxValue, 1m)]).Code.ShouldBe("out_of_range");

    [Theory]
    [InlineData("EUR", "19.99", "17.00", "19.99")]
    [InlineData("JPY", "1999", "1700", "1999")]
    [InlineData("KWD", "1.999", "1.700", "1.999")]
    public void Price_AnyCurrency_IsWrittenWithItsDecimals(string currency, string list, string offer, string expectedList)
    {
        var price = new BundlePricer(new PricingOptions()).Price([Line(decimal.Parse(list, CultureInfo.InvariantCulture), 0.1m, currency)]).Price!;

        price.Offer.ToString(CultureInfo.InvariantCulture).ShouldBe(offer);
        price.List.ToString(CultureInfo.InvariantCulture).ShouldBe(expectedList);
    }

    [Theory]
    [InlineData("EUR", PriceEnding.NinetyNine, "48.20", "48.99", "47.99")]
    [InlineData("EUR", PriceEnding.Ninety, "48.91", "49.90", "48.90")]
    [InlineData("KWD", PriceEnding.NinetyNine, "4.995", "5.99", "4.99")]
    [InlineData("JPY", PriceEnding.Ninety, "1491", "1590", "1490")]
    [InlineData("JPY", PriceEnding.None, "1491.2", "1492", "1491")]
    public void Rounding_EveryEnding_GoesToTheNextPriceThatHasIt(string currency, PriceEnding ending, string amount, string up, string down)
    {
        var value = decimal.Parse(amount, CultureInfo.InvariantCulture);

        PriceRounding.Up(value, currency, ending).ShouldBe(decimal.Parse(up, CultureInfo.InvariantCulture));
        PriceRounding.Down(value, currency, ending).ShouldBe(decimal.Parse(down, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(DiscountKind.Percent, "90", "10")]
    [InlineData(DiscountKind.Amount, "90", "10")]
    [InlineData(DiscountKind.FixedPrice, "72", "72")]
    [InlineData(DiscountKind.NForM, "90", "2")]
    [InlineData(DiscountKind.Gift, "70", null)]
    public void Price_EachKind_IsToldInItsOwnWay(DiscountKind kind, string offer, string? value)
    {
        // Three pieces of 60, 30 and 10; consumers who would pay 72 for all and buy nothing singly.
        var lines = new[] { PricedGoods.Line("a", 60m, 5m), PricedGoods.Line("b", 30m, 5m), PricedGoods.Line("c", 10m, 1m) };
        Consumer[] consumers = kind is DiscountKind.FixedPrice or DiscountKind.Gift
            ? [new Consumer(1, [45m, 21m, 6m])] : [new Consumer(1, [59m, 29m, 2m])];

        var price = new BundlePricer(new PricingOptions { Kinds = [kind] }).Price(lines, consumers).Price!;

        price.Offer.ShouldBe(decimal.Parse(offer, CultureInfo.InvariantCulture));
        price.Discount.ShouldBe(new OfferDiscount(
            kind, value is null ? null : decimal.Parse(value, CultureInfo.InvariantCulture), kind == DiscountKind.Gift ? PricedGoods.Id("b") : null));
    }

    [Fact]
    public void Price_SlowStock_IsSoldOffUnderTheClearanceWeightAlone()
    {
        // One in ten thousand days' stock goes a day; every step loses margin, but moves the slow product.
        BundleLine[] lines = [PricedGoods.Line("a", 60m, 40m, stock: 5), PricedGoods.Line("b", 50m, 35m, stock: 9000)];
        var learned = PricedGoods.Known(("a", -2.0), ("b", -2.0));
        var normal = new BundlePricer(new PricingOptions(), learned).Price(lines, Often);
        var clearance = new BundlePricer(new PricingOptions { ClearanceWeight = 1 }, learned).Price(lines, Often);

        normal.Code.ShouldBe("list_price");
        clearance.Price!.DiscountPct.ShouldBe(15m);
        clearance.Forecast!.SlowPieces.Expected.ShouldBeGreaterThan(normal.Forecast!.SlowPieces.Expected);
        clearance.Forecast.MarginGain.Expected.ShouldBeLessThan(0);
        clearance.Price.Offer.ShouldBeGreaterThanOrEqualTo(75m * 1.15m);
    }

    [Fact]
    public void Price_ReturnsAndDelivery_LowerWhatADiscountMayCost()
    {
        BundleLine[] lines = [PricedGoods.Line("a", 100m, 50m), PricedGoods.Line("b", 50m, 20m)];
        var options = new PricingOptions { Kinds = [DiscountKind.FixedPrice] };
        var free = new BundlePricer(options).Price(lines, Often);
        var costly = new BundlePricer(options with { DeliveryCost = 20m, ReturnsRatePct = 20m }).Price(lines, Often);

        costly.Price!.Offer.ShouldBeGreaterThan(free.Price!.Offer);
        costly.Forecast!.Margin.Expected.ShouldBeLessThan(free.Forecast!.Margin.Expected);
    }

    [Fact]
    public void Price_Basis_NamesTheNearestThatWasLearned()
    {
        var table = PricedGoods.Known(("a", -2.0)) with
        {
            Shop = new ElasticityLevel(-2.2, 0.6, 9),
            Categories = new(StringComparer.Ordinal) { ["Toys"] = new ElasticityLevel(-3, 0.4, 4) },
        };
        var pricer = new BundlePricer(new PricingOptions(), table);

        pricer.Price([PricedGoods.Line("a", 10m, 1m), PricedGoods.Line("x", 10m, 1m)]).Price!.Basis.ShouldBe("history: 5 price points");
        pricer.Price([PricedGoods.Line("y", 10m, 1m, category: "Toys"), PricedGoods.Line("x", 10m, 1m)]).Price!.Basis.ShouldBe("category prior");
        pricer.Price([PricedGoods.Line("y", 10m, 1m), PricedGoods.Line("x", 10m, 1m)]).Price!.Basis.ShouldBe("shop prior");
        new BundlePricer(new PricingOptions()).Price([PricedGoods.Line("y", 10m, 1m)]).Price!.Basis.ShouldBe("prior");
    }

    [Fact]
    public void Reprice_CostRoseSincePublishing_GivesTheNextSmallerStepThatTheFloorAllows()
    {
        var pricer = new BundlePricer(new PricingOptions());
        var published = pricer.Price([Line(100m, 20m), Line(50m, 5m)], Often).Price!;

        var same = pricer.Reprice([Line(100m, 20m), Line(50m, 5m)], published);
        var dearer = pricer.Reprice([Line(100m, 80m), Line(50m, 40m)], published);

        same.Price.ShouldBe(published);

        // floor = 120 x 1.15 = 138: 15 % and 10 % would go below it.
        (dearer.Price!.Offer, dearer.Price.Discount).ShouldBe((142.50m, new OfferDiscount(DiscountKind.Percent, 5m)));
        pricer.Reprice([Line(100m, 90m), Line(50m, 48m)], published).Code.ShouldBe("below_floor");
    }

    [Fact]
    public void Settings_WrittenAndReadBack_AreTheSame_AndWhatIsLeftOutKeepsItsDefault()
    {
        var settings = new ShopSettings { Pricing = new PricingOptions { Kinds = [DiscountKind.Gift], PriceEnding = PriceEnding.NinetyNine } };

        Text(Parse(Text(settings))).ShouldBe(Text(settings));
        Text(Parse("""{"pricing":{"minMarginPct":20,"priors":{"elasticity":-3}}}""")).ShouldBe(Text(
            new ShopSettings { Pricing = new PricingOptions { MinMarginPct = 20m, Priors = new PricingPriors { Elasticity = -3 } } }));
        Should.Throw<JsonException>(() => Parse("""{"pricing":null}"""));
        Should.Throw<JsonException>(() => Parse("""{"pricing":{"minMarginPc":20}}"""));
        Should.Throw<JsonException>(() => Parse("""{"currency":"EUR","currency":"USD"}"""));
    }

    [Theory]
    [InlineData("""{"maxDiscountPct":91}""", "pricing.maxDiscountPct is 91; expected 0..90.")]
    [InlineData("""{"kinds":[]}""", "pricing.kinds must be")]
    [InlineData("""{"clearanceWeight":-0.5}""", "pricing.clearanceWeight is -0.5; expected 0..1.")]
    [InlineData("""{"priors":{"elasticity":2.6}}""", "pricing.priors.elasticity is 2.6; expected -8..-0.5.")]
    public void Validate_OutOfRange_NamesSettingAndRange(string pricing, string expected) =>
        Parse($$"""{"pricing":{{pricing}}}""").Validate().ShouldStartWith(expected);

    private static ShopSettings Parse(string json) => ShopSettingsText.Parse(JsonSerializer.Deserialize(json, ShopJson.Default.JsonObject)!);

    private static string Text(ShopSettings settings) => JsonSerializer.Serialize(settings, ShopJson.Default.ShopSettings);
}
