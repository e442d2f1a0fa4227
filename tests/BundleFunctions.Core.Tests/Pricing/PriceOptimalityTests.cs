using BundleFunctions.Bundling;
using BundleFunctions.Offers;
using BundleFunctions.Pricing;

namespace BundleFunctions.Core.Tests.Pricing;

/// <summary>The chosen price against every price that there is, by a count of its own in whole minor units.</summary>
public sealed class PriceOptimalityTests
{
    [Fact]
    public void Price_FiveHundredPopulations_EarnsWhatTheBestOfAllPricesEarns()
    {
        var random = new Random(20260611);
        var ratios = new List<double>();
        var discounted = 0;
        while (ratios.Count < 500)
        {
            var instance = Instance.Make(random);
            var result = new BundlePricer(instance.Options).Price(instance.Lines, instance.Consumers);
            if (result.Price is not { } price)
            {
                result.Code.ShouldBe("below_floor");
                continue;
            }

            // Gifts and free pieces have no ending of their own, and may beat every price that has one.
            var chosen = instance.MarginAt(instance.Minor(price.Offer));
            var best = Math.Max(chosen, instance.AdmissiblePrices().Max(instance.MarginAt));
            if (best > 0)
            {
                ratios.Add((double)chosen / best);
                discounted += price.Offer < price.List ? 1 : 0;
            }
        }

        ratios.Average().ShouldBeGreaterThanOrEqualTo(0.97);
        ratios.Min().ShouldBeGreaterThanOrEqualTo(0.90);
        discounted.ShouldBeInRange(150, 480);
    }

    [Fact]
    public void Price_ModelledDemand_EarnsWhatTheBestPriceEarnsFromConsumersOfThatLaw()
    {
        var random = new Random(7);
        var ratios = new List<double>();
        for (var trial = 0; trial < 40; trial++)
        {
            var count = random.Next(2, 5);
            var lines = Enumerable.Range(0, count).Select(i =>
            {
                var price = random.Next(500, 10_000) / 100m;
                return PricedGoods.Line($"p{i}", price, decimal.Round(price * random.Next(10, 70) / 100, 2));
            }).ToArray();
            var elasticity = lines.Select(_ => 1.2 + (3 * random.NextDouble())).ToArray();
            var shares = lines.Select(_ => 0.02 + (0.3 * random.NextDouble())).ToArray();
            var rho = random.Next(3) == 0 ? 0 : random.NextDouble();
            var joint = (rho * shares.Min()) + ((1 - rho) * shares.Aggregate(1.0, (product, share) => product * share));
            var pricer = new BundlePricer(
                new PricingOptions { Kinds = [DiscountKind.FixedPrice], MinMarginPct = 0 },
                PricedGoods.Known([.. lines.Select((line, i) => (line.Product.ProductId.Value, -elasticity[i]))]));

            var result = pricer.Price(lines, new BundleDemand(shares, joint));

            var prices = lines.Select(line => (double)line.Product.Price).ToArray();
            var cost = (double)lines.Sum(line => line.Product.Cost!.Value);
            var consumers = Draw(random, prices, lines, shares, elasticity, rho);
            var list = (double)result.Price!.List;
            var grid = Enumerable.Range(0, 51).Select(pct => list * (100 - pct) / 100).Where(price => price >= cost);
            ratios.Add(Margin((double)result.Price.Offer) / grid.Max(Margin));

            // The forecast is the simulated truth, but for both samples' noise.
            var units = 1000 * consumers.Average(one => one.Most >= (double)result.Price.Offer ? 1.0 : 0);
            ((double)result.Forecast!.Units.Expected).ShouldBe(units, 20 + (0.05 * units));
            var realised = 1000 * Margin((double)result.Price.Offer);
            ((double)result.Forecast.Margin.Expected).ShouldBe(realised, 0.08 * realised);

            double Margin(double price) => consumers.Average(one => one.Most >= price - 1e-9 ? price - cost : one.Margin);
        }

        ratios.Average().ShouldBeGreaterThanOrEqualTo(0.97);
        ratios.Min().ShouldBeGreaterThanOrEqualTo(0.90);
    }

    [Theory]
    [InlineData(5, 2.6, 0.31)]
    [InlineData(15, 4.7, 0.31)]
    [InlineData(10, 3.5, 0.05)]
    [InlineData(20, 5.0, 1)]
    public void Forecast_TwoItems_IsTheIntegralOverAllConsumers(int percent, double elasticity, double confidence)
    {
        BundleLine[] lines = [PricedGoods.Line("camera", 499m, 310m), PricedGoods.Line("card", 30.90m, 9m)];
        var (s1, s2) = (0.039, 0.0485);
        var pricer = new BundlePricer(
            new PricingOptions { DiscountSteps = [percent] }, PricedGoods.Known(("camera", -elasticity), ("card", -elasticity)));

        var result = pricer.Price(lines, new BundleDemand([s1, s2], confidence * s1));

        result.Price!.DiscountPct.ShouldBe(percent);
        var offer = (double)result.Price.Offer;
        var rho = Math.Max(0, ((confidence * s1) - (s1 * s2)) / (s1 - (s1 * s2)));
        const int Steps = 400_000;
        var (units, gain) = (0.0, 0.0);
        for (var step = 0; step < Steps; step++)
        {
            // Finer steps where willingness is near the price: u = y³ has density 3 y².
            var y = (step + 0.5) / Steps;
            var (u, density) = (y * y * y, 3 * y * y / Steps);
            var first = Math.Min(499, 499 * Math.Pow(s1 / u, 1 / elasticity));
            var second = Math.Min(30.90, 30.90 * Math.Pow(s2 / u, 1 / elasticity));
            var singly = (u <= s1 ? 189 : 0) + (u <= s2 ? 21.90 : 0);
            if (first + second >= offer)
            {
                units += rho * density;
                gain += rho * density * (offer - 319 - singly);
            }

            // Independent of the first, the second pays x or more with probability s (x / p)^-e, and buys singly with s.
            var rest = offer - first;
            var takes = rest > 30.90 ? 0 : rest <= 0 ? 1 : Math.Min(1, s2 * Math.Pow(rest / 30.90, -elasticity));
            units += (1 - rho) * density * takes;
            gain += (1 - rho) * density * ((takes * (offer - 319 - (u <= s1 ? 189 : 0))) - (takes > 0 ? s2 * 21.90 : 0));
        }

        ((double)result.Forecast!.Units.Expected).ShouldBe(1000 * units, 20 * units);
        ((double)result.Forecast.MarginGain.Expected).ShouldBe(1000 * gain, 10 + (30 * gain));
    }

    private static List<(double Most, double Margin)> Draw(
        Random random, double[] prices, BundleLine[] lines, double[] shares, double[] elasticity, double rho)
    {
        var consumers = new List<(double, double)>();
        for (var k = 0; k < 20_000; k++)
        {
            var same = random.NextDouble() < rho;
            var common = 1 - random.NextDouble();
            var (sum, surplus, margin) = (0.0, 0.0, 0.0);
            for (var i = 0; i < prices.Length; i++)
            {
                var u = same ? common : 1 - random.NextDouble();
                var willing = prices[i] * Math.Pow(shares[i] / u, 1 / elasticity[i]);
                sum += willing;
                surplus += Math.Max(0, willing - prices[i]);
                margin += willing >= prices[i] ? prices[i] - (double)lines[i].Product.Cost!.Value : 0;
            }

            consumers.Add((sum - surplus, margin));
        }

        return consumers;
    }

    private sealed record Instance(
        PricingOptions Options, BundleLine[] Lines, List<Consumer> Consumers, int Decimals, long[] Prices, long[] Costs, long?[] Advertised)
    {
        private readonly List<(long Weight, long Bundle, long Surplus, long Margin)> _singly = [.. Consumers.Select(one => Singly(one, Decimals, Prices, Costs))];

        public static Instance Make(Random random)
        {
            var decimals = random.Next(4) == 0 ? 0 : 2;
            var count = random.Next(1, 6);
            var prices = Enumerable.Range(0, count).Select(_ => (long)random.Next(100, 3000)).ToArray();
            var costs = prices.Select(price => price * random.Next(10, 95) / 100).ToArray();
            var advertised = prices.Select(price => random.Next(6) == 0 ? (long?)(price * random.Next(70, 100) / 100) : null).ToArray();
            var kinds = new[] { DiscountKind.Percent, DiscountKind.Amount, DiscountKind.NForM, DiscountKind.Gift }.Where(_ => random.Next(4) == 0);
            var options = new PricingOptions
            {
                Kinds = [.. kinds, DiscountKind.FixedPrice],
                MinMarginPct = random.Next(0, 30),
                MaxDiscountPct = random.Next(10, 91),
                PriceEnding = random.Next(3) == 0 ? PriceEnding.NinetyNine : PriceEnding.None,
            };
            var lines = prices.Select((price, i) => PricedGoods.Line(
                $"p{i}", Major(price, decimals), Major(costs[i], decimals), decimals == 0 ? "JPY" : "EUR", 1,
                advertised[i] is { } map ? Major(map, decimals) : null)).ToArray();
            return new Instance(options, lines, Population(random, prices, decimals), decimals, prices, costs, advertised);
        }

        public IEnumerable<long> AdmissiblePrices()
        {
            var list = Prices.Sum();
            yield return list;
            for (var price = list - 1; price > 0; price--)
            {
                var ended = Options.PriceEnding == PriceEnding.None || price % 100 == 99;
                var floor = Costs.Sum() * (100 + Options.MinMarginPct) / 100;
                var mapped = Prices.Zip(Advertised).All(pair => pair.Second is null || price * pair.First >= pair.Second * list);
                if (ended && mapped && price >= floor && price * 100 >= list * (100 - Options.MaxDiscountPct))
                {
                    yield return price;
                }
            }
        }

        public long MarginAt(long price)
        {
            var (total, cost) = (0L, Costs.Sum());
            foreach (var (weight, bundle, surplus, margin) in _singly)
            {
                total += weight * (bundle - price >= surplus ? price - cost : margin);
            }

            return total;
        }

        public long Minor(decimal amount) => (long)(amount * (Decimals == 0 ? 1 : 100));

        private static decimal Major(long amount, int decimals) => decimals == 0 ? amount : amount / 100m;

        // Every choice of items is tried, not only the obvious one.
        private static (long Weight, long Bundle, long Surplus, long Margin) Singly(Consumer one, int decimals, long[] prices, long[] costs)
        {
            var willing = one.Willingness.Select(amount => (long)(amount * (decimals == 0 ? 1 : 100))).ToArray();
            var (best, margin, most) = (0L, 0L, 0);
            for (var subset = 0; subset < 1 << prices.Length; subset++)
            {
                var chosen = Enumerable.Range(0, prices.Length).Where(i => (subset >> i & 1) == 1).ToArray();
                var surplus = chosen.Sum(i => willing[i] - prices[i]);
                if (surplus > best || (surplus == best && chosen.Length > most))
                {
                    (best, margin, most) = (surplus, chosen.Sum(i => prices[i] - costs[i]), chosen.Length);
                }
            }

            var bundle = one.Bundle is { } whole ? (long)(whole * (decimals == 0 ? 1 : 100)) : willing.Sum();
            return ((long)one.Weight, bundle, best, margin);
        }

        private static List<Consumer> Population(Random random, long[] prices, int decimals)
        {
            if (random.Next(2) == 0)
            {
                return [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ =>
                {
                    var willing = prices.Select(price => Major(price * random.Next(20, 160) / 100, decimals)).ToArray();
                    decimal? bundle = random.Next(3) == 0 ? decimal.Round(willing.Sum() * random.Next(80, 130) / 100, decimals) : null;
                    return new Consumer(random.Next(1, 20), willing, bundle);
                })];
            }

            // Every item has two or three values of its own, independent of the others: all their combinations.
            var values = prices.Select(price => Enumerable.Range(0, random.Next(2, 4))
                .Select(_ => (Value: price * random.Next(20, 160) / 100, Odds: random.Next(1, 6))).ToArray()).ToArray();
            IEnumerable<(long[] Values, long Odds)> all = [([], 1)];
            foreach (var item in values)
            {
                all = all.SelectMany(_ => item, (head, next) => ((long[])[.. head.Values, next.Value], head.Odds * next.Odds)).ToList();
            }

            return [.. all.Select(type => new Consumer(type.Odds, [.. type.Values.Select(value => Major(value, decimals))]))];
        }
    }
}
