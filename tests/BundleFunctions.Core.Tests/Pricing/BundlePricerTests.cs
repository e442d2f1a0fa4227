using BundleFunctions.Bundling;
using BundleFunctions.Pricing;

namespace BundleFunctions.Core.Tests.Pricing;

public sealed class BundlePricerTests
{
    private static BundleLine Line(decimal price, decimal? cost, string currency = "EUR", int quantity = 1) =>
        new(
            new Product
            {
                ProductId = Identifier.Parse<ProductId>($"p{price:0}"),
                Title = "t",
                Price = price,
                Cost = cost,
                Currency = currency,
            },
            quantity);

    [Fact]
    public void Price_WideMargin_GivesTheLargestStep()
    {
        var price = new BundlePricer(new PricingOptions()).Price([Line(489.90m, 200m), Line(40m, 10m)]).Price!;

        price.List.ShouldBe(529.90m);
        price.Offer.ShouldBe(450.42m);
        price.DiscountPct.ShouldBe(15.0m);
    }

    [Fact]
    public void Price_TightMargin_GivesASmallerStep()
    {
        // floor = 80 x 1.15 = 92: 15 % and 10 % would go below it.
        var result = new BundlePricer(new PricingOptions()).Price([Line(60m, 50m), Line(40m, 30m)]);

        result.Price!.Offer.ShouldBe(95m);
        result.Code.ShouldBe("discounted");
    }

    [Fact]
    public void Price_UnknownCost_GivesNoDiscountAndSaysWhy()
    {
        var result = new BundlePricer(new PricingOptions()).Price([Line(60m, 1m), Line(40m, null)]);

        result.Price!.Offer.ShouldBe(100m);
        result.Price.DiscountPct.ShouldBe(0m);
        result.Reason.ShouldBe("No discount: the cost of p40 is not known.");
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
        var price = new BundlePricer(new PricingOptions()).Price(
            [Line(decimal.Parse(list, System.Globalization.CultureInfo.InvariantCulture), 0.1m, currency)]).Price!;

        price.Offer.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(offer);
        price.List.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(expectedList);
    }

    [Fact]
    public void Price_HundredAndFiftyThousandRandomBundles_KeepEveryPromise()
    {
        var random = new Random(20260301);
        string[] currencies = ["EUR", "JPY", "KWD", "CLF"];
        var discounted = 0;
        for (var trial = 0; trial < 150_000; trial++)
        {
            var currency = currencies[random.Next(currencies.Length)];
            var options = new PricingOptions
            {
                MinMarginPct = random.Next(0, 60),
                DiscountSteps = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(0, 181) / 2m)],
            };
            var lines = Enumerable.Range(0, random.Next(1, 5)).Select(_ =>
            {
                var price = (random.Next(1, 100_000) + (random.Next(3) == 0 ? random.Next(10) / 10m : 0)) / Pow10(random.Next(0, 5));
                decimal? cost = random.Next(10) == 0 ? null : decimal.Round(price * random.Next(0, 130) / 100, 4);
                return Line(price, cost, currency, random.Next(1, 4));
            }).ToArray();

            var result = new BundlePricer(options).Price(lines);

            var list = lines.Sum(line => line.Product.Price * line.Quantity);
            var known = lines.All(line => line.Product.Cost is not null);
            var floor = known ? lines.Sum(line => line.Product.Cost!.Value * line.Quantity) * (1 + (options.MinMarginPct / 100)) : 0;
            if (result.Price is not { } price)
            {
                (known && list < floor).ShouldBeTrue($"trial {trial}");
                continue;
            }

            discounted += price.Offer < price.List ? 1 : 0;
            (price.List == list && price.Offer <= list && price.Offer >= floor && price.Offer > 0).ShouldBeTrue($"trial {trial}");
            (price.Offer == list || (known && CurrencyUnits.RoundUp(price.Offer, currency) == price.Offer)).ShouldBeTrue($"trial {trial}");

            // Largest: every larger step would break the floor or be no discount at all.
            foreach (var step in options.DiscountSteps)
            {
                var other = CurrencyUnits.RoundUp(list * (1 - (step / 100)), currency);
                (!known || other >= price.Offer || other < floor).ShouldBeTrue($"trial {trial}, step {step}");
            }
        }

        discounted.ShouldBeGreaterThan(30_000);
    }

    private static decimal Pow10(int exponent) => exponent switch { 0 => 1, 1 => 10, 2 => 100, 3 => 1000, _ => 10_000 };
}
