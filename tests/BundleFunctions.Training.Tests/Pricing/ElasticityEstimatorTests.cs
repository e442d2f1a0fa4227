using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Pricing;
using BundleFunctions.Training.Pricing;

namespace BundleFunctions.Training.Tests.Pricing;

public sealed class ElasticityEstimatorTests
{
    private static readonly PricingPriors Priors = new();

    [Fact]
    public void Estimate_SimulatedHistories_IsCloserToTheTruthThanNoPoolingAndThanFullPooling_AndCoversIt()
    {
        var (own, pooled, shrunk) = (0.0, 0.0, 0.0);
        var (count, covered) = (0, 0);
        for (var seed = 1UL; seed <= 6; seed++)
        {
            var shop = new SimulatedShop(seed);
            var table = new ElasticityEstimator(Priors, 2).Estimate(shop.Series, CancellationToken.None);
            var fits = shop.Series.Select(PriceResponseFit.Find).ToArray();
            var told = fits.OfType<PriceResponse>().ToArray();
            var weights = told.Select(fit => 1 / (fit.StandardError * fit.StandardError)).ToArray();
            var one = told.Zip(weights).Sum(pair => pair.First.Elasticity * pair.Second) / weights.Sum();
            for (var i = 0; i < fits.Length; i++)
            {
                var found = table.Find(ProductOf(shop.Series[i]), Priors);
                if (fits[i] is not { } fit)
                {
                    found.Source.ShouldBe(ElasticitySource.Category);
                    continue;
                }

                found.Source.ShouldBe(ElasticitySource.Product);
                count++;
                own += Square(fit.Elasticity - shop.Truth[i]);
                pooled += Square(one - shop.Truth[i]);
                shrunk += Square(found.Mean - shop.Truth[i]);
                covered += shop.Truth[i] >= found.Interval95.Low && shop.Truth[i] <= found.Interval95.High ? 1 : 0;
            }
        }

        count.ShouldBeGreaterThan(500);
        shrunk.ShouldBeLessThan(own);
        shrunk.ShouldBeLessThan(pooled);
        ((double)covered / count).ShouldBeInRange(0.90, 0.98);
    }

    [Fact]
    public void Estimate_ProductsWithoutHistory_GetTheirCategorysOrTheShopsAndSaySo()
    {
        var (count, covered) = (0, 0);
        for (var seed = 11UL; seed <= 30; seed++)
        {
            // The last product of each category, and the whole last category, are kept back.
            var shop = new SimulatedShop(seed, categories: 8, products: 8, days: 120);
            var kept = Enumerable.Range(0, 64).Where(i => i % 8 == 7 || i >= 56).ToHashSet();
            var table = new ElasticityEstimator(Priors, 1).Estimate([.. shop.Series.Where((_, i) => !kept.Contains(i))], CancellationToken.None);
            foreach (var i in kept)
            {
                var found = table.Find(ProductOf(shop.Series[i]), Priors);
                found.Source.ShouldBe(i >= 56 ? ElasticitySource.Shop : ElasticitySource.Category);
                found.PricePoints.ShouldBe(0);
                count++;
                covered += shop.Truth[i] >= found.Interval95.Low && shop.Truth[i] <= found.Interval95.High ? 1 : 0;
            }
        }

        ((double)covered / count).ShouldBeInRange(0.88, 0.99);
    }

    [Fact]
    public void Estimate_NothingToldByAnyHistory_LeavesThePriors()
    {
        var random = SeededRandom.ForStream(5, "flat");
        var flat = SimulatedShop.History(random, "a", "x", -2, 100) with { PricePoints = 1 };
        var table = new ElasticityEstimator(Priors, 1).Estimate([flat], CancellationToken.None);

        table.Shop.ShouldBeNull();
        table.Products.Single().Value.Elasticity.ShouldBeNull();
        var found = table.Find(ProductOf(flat), Priors);
        (found.Mean, found.Source).ShouldBe((Priors.Elasticity, ElasticitySource.Prior));
        new ElasticityEstimator(Priors, 1).Estimate([], CancellationToken.None).Days.ShouldBe(0);
    }

    [Fact]
    public void Estimate_AnyThreads_GivesTheSameTable()
    {
        var shop = new SimulatedShop(3);
        var tables = new[] { 1, 2, 8 }.Select(threads => System.Text.Json.JsonSerializer.Serialize(
            new ElasticityEstimator(Priors, threads).Estimate(shop.Series, CancellationToken.None))).ToList();

        tables.Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
    }

    [Fact]
    public void Find_NoNoise_GivesTheElasticityExactly()
    {
        // Units follow 1000 x (p / 10)^-2 to the piece: prices 10, 8, 5 sell 1000, 1562.5, 4000 a day, doubled to be whole.
        (decimal Price, long Units)[] prices = [(10m, 2000), (8m, 3125), (5m, 8000)];
        var days = Enumerable.Range(0, 30).Select(day => new PriceDay(day, prices[day % 3].Price, prices[day % 3].Units)).ToArray();

        PriceResponseFit.Find(new PriceSeries(Identifier.Parse<ProductId>("a"), null, days, 3))!.Elasticity.ShouldBe(-2, 1e-9);
    }

    private static Product ProductOf(PriceSeries series) => new()
    {
        ProductId = series.Product,
        Title = "t",
        Price = 1m,
        Currency = "EUR",
        Categories = [series.Category!],
    };

    private static double Square(double value) => value * value;
}
