using BundleFunctions.Planning.Forecasting;
using BundleFunctions.Planning.Series;
using BundleFunctions.Planning.Stock;
using Xunit.Abstractions;

namespace BundleFunctions.Planning.Tests.Stock;

public sealed class StockPolicyTests(ITestOutputHelper output)
{
    private static readonly DateOnly First = new(2023, 1, 2);

    [Theory]
    [InlineData(0.90, 1UL)]
    [InlineData(0.95, 2UL)]
    public void Level_SimulatedYear_ReachesServiceWithLessStockThanFixedWeeks(double service, ulong seed)
    {
        var demand = SimulatedShop.Demand(120, seed);
        var start = SimulatedShop.Weeks - 52;
        var levels = Levels(demand, start, new StockOptions { LeadTimeDays = 7 * SimulatedYear.LeadWeeks, ReviewDays = 7, ServiceLevel = service });
        var ours = SimulatedYear.Play(demand, start, (product, week) => levels[week - start][product]);

        // The rule of thumb gets what no shop has: the very number of weeks that reaches the same service in this very year.
        var (weeks, fixedWeeks) = Enumerable.Range(8, 200).Select(quarters => quarters / 4.0)
            .Select(some => (some, Year: SimulatedYear.Play(demand, start, (product, week) => some * demand[product].AsSpan(week - 8, 8).ToArray().Average())))
            .First(rule => rule.Year.Service >= ours.Service);
        output.WriteLine($"asked {service:P0}, seed {seed}: service {ours.Service:P1} with {ours.Stock:F1} pieces; {weeks} weeks of stock: {fixedWeeks.Service:P1} with {fixedWeeks.Stock:F1}");

        ours.Service.ShouldBe(service, 0.02);
        ours.Stock.ShouldBeLessThan(fixedWeeks.Stock);
    }

    private static long[][] Levels(double[][] demand, int start, StockOptions options)
    {
        var levels = new long[SimulatedShop.Weeks - start][];
        var forecaster = new Forecaster(options: new ForecastOptions { Horizon = 3 });
        StockPolicy? policy = null;
        for (var week = start; week < SimulatedShop.Weeks; week++)
        {
            var known = week;
            var series = demand.Select((values, product) => new DemandSeries($"p{product}", SeriesStep.Week, First, values[..known])).ToList();
            var forecasts = forecaster.Forecast(series);
            policy = (week - start) % 13 == 0 ? StockPolicy.Tune([.. forecasts.Select(forecast => (forecast, options.LeadTimeDays))], options) : policy!;
            levels[week - start] = [.. forecasts.Select(forecast => policy.Level(forecast, options.LeadTimeDays))];
        }

        return levels;
    }
}
