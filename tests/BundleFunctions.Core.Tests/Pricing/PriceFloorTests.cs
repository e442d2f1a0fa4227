using BundleFunctions.Bundling;
using BundleFunctions.Offers;
using BundleFunctions.Pricing;

namespace BundleFunctions.Core.Tests.Pricing;

/// <summary>What no price may cross, over a million random bundles.</summary>
public sealed class PriceFloorTests
{
    private const int Chunks = 100;
    private const int CasesOfChunk = 6000;

    private static readonly string[] Currencies = ["EUR", "JPY", "KWD", "CLF"];

    [Fact]
    public void Price_AMillionRandomBundles_CrossNoLimit()
    {
        var discounted = new int[Chunks];
        var repriced = new int[Chunks];
        var priced = new int[Chunks];
        Parallel.For(0, Chunks, chunk =>
        {
            var random = new Random(20260301 + chunk);
            for (var trial = 0; trial < CasesOfChunk; trial++)
            {
                var options = Options(random);
                var lines = Lines(random);
                var pricer = new BundlePricer(options);
                var consumers = new[] { Someone(random, lines), Someone(random, lines) };
                var price = pricer.Price(lines, consumers).Price;
                priced[chunk]++;
                discounted[chunk] += Check(price, lines, options, $"chunk {chunk}, trial {trial}") ? 1 : 0;
                if (price is not null)
                {
                    // Prices and costs move; what was published must give way to the floors.
                    var moved = lines.Select(line => Moved(random, line)).ToArray();
                    priced[chunk]++;
                    repriced[chunk] += Check(pricer.Reprice(moved, price).Price, moved, options, $"chunk {chunk}, trial {trial}, moved") ? 1 : 0;
                }
            }
        });

        priced.Sum().ShouldBeGreaterThan(1_000_000);
        discounted.Sum().ShouldBeGreaterThan(100_000);
        repriced.Sum().ShouldBeGreaterThan(30_000);
    }

    [Fact]
    public void Price_ModelledDemand_CrossesNoLimit()
    {
        var random = new Random(99);
        var discounted = 0;
        for (var trial = 0; trial < 4000; trial++)
        {
            var (options, lines) = (Options(random), Lines(random));
            var shares = lines.Select(_ => random.NextDouble()).ToArray();
            var learned = random.Next(2) == 0 ? null : PricedGoods.Known([.. lines.Select(line => (line.Product.ProductId.Value, -9 * random.NextDouble()))]);
            var result = new BundlePricer(options, learned).Price(lines, new BundleDemand(shares, random.NextDouble() * shares.Min()));
            discounted += Check(result.Price, lines, options, $"trial {trial}") ? 1 : 0;
        }

        discounted.ShouldBeGreaterThan(800);
    }

    private static bool Check(BundlePrice? price, BundleLine[] lines, PricingOptions options, string where)
    {
        var list = lines.Sum(line => line.Product.Price * line.Quantity);
        var known = lines.All(line => line.Product.Cost is not null);
        var floor = known ? (lines.Sum(line => line.Product.Cost!.Value * line.Quantity) + options.DeliveryCost) * (1 + (options.MinMarginPct / 100)) : 0;
        if (price is null)
        {
            Require(known && list < floor, where);
            return false;
        }

        Require(price.List == list && price.Offer <= list && price.Offer >= floor && price.Offer > 0, where);
        if (price.Offer == list)
        {
            Require(price.Discount is null, where);
            return false;
        }

        var currency = lines[0].Product.Currency;
        Require(price.Discount is not null && CurrencyUnits.RoundUp(price.Offer, currency) == price.Offer, where);
        Require(price.Offer * 100 >= list * (100 - options.MaxDiscountPct), where);
        foreach (var line in lines.Where(line => line.Product.Attributes.Count > 0))
        {
            var least = decimal.Parse(line.Product.Attributes[options.MinAdvertisedPriceAttribute], System.Globalization.CultureInfo.InvariantCulture);
            Require(price.Offer / list >= (least / line.Product.Price) - 1e-20m, where);
            Require(price.Discount!.ProductId != line.Product.ProductId, where);
        }

        if (options.PriceEnding != PriceEnding.None && price.Discount!.Kind is DiscountKind.Percent or DiscountKind.Amount or DiscountKind.FixedPrice)
        {
            var digits = CurrencyUnits.DecimalsOf(currency) == 0 ? price.Offer % 100 : price.Offer % 1 * 100;
            Require(digits == (options.PriceEnding == PriceEnding.Ninety ? 90 : 99), where);
        }

        return true;
    }

    // A million of Shouldly's own would take longer than the prices.
    private static void Require(bool holds, string where) => _ = holds ? true : throw new ShouldAssertException(where);

    private static PricingOptions Options(Random random) => new()
    {
        MinMarginPct = random.Next(0, 60),
        MaxDiscountPct = random.Next(0, 181) / 2m,
        DiscountSteps = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(0, 181) / 2m)],
        Kinds = random.Next(12) == 0 ? [DiscountKind.FixedPrice, DiscountKind.Percent]
            : random.Next(2) == 0 ? [DiscountKind.Percent] : [DiscountKind.Gift, DiscountKind.Amount, DiscountKind.NForM],
        PriceEnding = (PriceEnding)Math.Max(0, random.Next(6) - 3),
        DiscountWithoutCostPct = random.Next(3) == 0 ? random.Next(0, 30) : 0,
        DeliveryCost = random.Next(4) == 0 ? random.Next(0, 500) / 100m : 0,
        ReturnsRatePct = random.Next(4) == 0 ? random.Next(0, 30) : 0,
    };

    private static BundleLine[] Lines(Random random)
    {
        var currency = Currencies[random.Next(Currencies.Length)];
        return [.. Enumerable.Range(0, random.Next(1, 5)).Select(i =>
        {
            var price = (random.Next(1, 100_000) + (random.Next(3) == 0 ? random.Next(10) / 10m : 0)) / Pow10(random.Next(0, 5));
            decimal? cost = random.Next(25) == 0 ? null : decimal.Round(price * random.Next(0, 120) / 100, 4);
            decimal? map = random.Next(8) == 0 ? decimal.Round(price * random.Next(50, 120) / 100, 4) + 0.0001m : null;
            return PricedGoods.Line($"p{i}", price, cost, currency, random.Next(1, 4), map);
        })];
    }

    private static BundleLine Moved(Random random, BundleLine line) => line with
    {
        Product = line.Product with
        {
            Price = line.Product.Price * random.Next(80, 121) / 100,
            Cost = random.Next(20) == 0 ? null : line.Product.Cost * random.Next(80, 131) / 100,
        },
    };

    private static Consumer Someone(Random random, BundleLine[] lines) =>
        new(1, [.. lines.Select(line => line.Product.Price * line.Quantity * random.Next(30, 110) / 100)]);

    private static decimal Pow10(int exponent) => exponent switch { 0 => 1, 1 => 10, 2 => 100, 3 => 1000, _ => 10_000 };
}
