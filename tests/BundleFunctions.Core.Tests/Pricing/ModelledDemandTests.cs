using BundleFunctions.Bundling;
using BundleFunctions.Pricing;

namespace BundleFunctions.Core.Tests.Pricing;

/// <summary>Forecasts of modelled demand against sums over consumers one by one.</summary>
public sealed class ModelledDemandTests
{
    private const double Delivery = 4;

    private static readonly double[] Prices = [80, 30, 12];
    private static readonly double[] Margins = [60, 22, 9];
    private static readonly double[] Shares = [0.1, 0.15, 0.3];

    private static readonly BundleLine[] Lines =
        [PricedGoods.Line("a", 80m, 20m), PricedGoods.Line("b", 30m, 8m), PricedGoods.Line("c", 12m, 3m)];

    [Theory]
    [InlineData(2, 2.6)]
    [InlineData(5, 2.6)]
    [InlineData(15, 4.0)]
    [InlineData(30, 1.9)]
    [InlineData(50, 3.5)]
    [InlineData(10, 8.0)]
    public void Forecast_ThreeIndependentItemsAndADelivery_IsTheIntegralOverAllConsumers(int percent, double elasticity)
    {
        var offer = 122 * (1 - (percent / 100.0));
        var forecast = Forecast(percent, elasticity, jointShare: 0);
        const int Steps = 1500;
        var (first, second) = (Consumers(0, elasticity, Steps), Consumers(1, elasticity, Steps));
        var (units, gain) = (0.0, 0.0);
        foreach (var (weight1, pays1, buys1) in first)
        {
            foreach (var (weight2, pays2, buys2) in second)
            {
                // The third pays x or more with probability s (x / p)^-e, and buys singly with s.
                var rest = offer - pays1 - pays2;
                var takes = rest > Prices[2] ? 0 : rest <= 0 ? 1 : Math.Min(1, Shares[2] * Math.Pow(rest / Prices[2], -elasticity));
                var singly = takes > 0 ? Shares[2] : 0;
                var delivered = buys1 || buys2 ? takes : singly;
                var lost = (takes * ((buys1 ? Margins[0] : 0) + (buys2 ? Margins[1] : 0))) + (singly * Margins[2]) - (delivered * Delivery);
                units += weight1 * weight2 * takes;
                gain += weight1 * weight2 * ((takes * (offer - 31 - Delivery)) - lost);
            }
        }

        ((double)forecast.Units.Expected).ShouldBe(1000 * units, 0.02 + (8 * units));
        ((double)forecast.MarginGain.Expected).ShouldBe(1000 * gain, 10 + Math.Abs(10 * gain));
    }

    [Theory]
    [InlineData(5, 2.6)]
    [InlineData(30, 1.9)]
    [InlineData(50, 5.0)]
    public void Forecast_ItemsAlwaysWantedTogether_IsTheSumOverAllQuantiles(int percent, double elasticity)
    {
        var offer = 122 * (1 - (percent / 100.0));
        var forecast = Forecast(percent, elasticity, jointShare: 0.1);
        const int Steps = 1_000_000;
        var (units, gain) = (0.0, 0.0);
        for (var step = 0; step < Steps; step++)
        {
            var u = (step + 0.5) / Steps;
            var most = Enumerable.Range(0, 3).Sum(i => Prices[i] * Math.Min(1, Math.Pow(Shares[i] / u, 1 / elasticity)));
            if (most >= offer)
            {
                var lost = Enumerable.Range(0, 3).Sum(i => u <= Shares[i] ? Margins[i] : 0) - (u <= 0.3 ? Delivery : 0);
                units += 1.0 / Steps;
                gain += (offer - 31 - Delivery - lost) / Steps;
            }
        }

        ((double)forecast.Units.Expected).ShouldBe(1000 * units, 0.02);
        ((double)forecast.MarginGain.Expected).ShouldBe(1000 * gain, 1);
    }

    // With clearance a product that lasts is given the discount even where that loses margin.
    private static PriceForecast Forecast(int percent, double elasticity, double jointShare)
    {
        var options = new PricingOptions { DiscountSteps = [percent], DeliveryCost = 4m, MinMarginPct = 0, ClearanceWeight = 1 };
        var learned = PricedGoods.Known(("a", -elasticity), ("b", -elasticity), ("c", -elasticity));
        BundleLine[] lines = [.. Lines.Select(line => line with { Product = line.Product with { Stock = 1_000_000 } })];

        var result = new BundlePricer(options, learned).Price(lines, new BundleDemand(Shares, jointShare));

        result.Price!.DiscountPct.ShouldBe(percent);
        return result.Forecast!;
    }

    // Finer steps where willingness is near the price: u = y³ has density 3 y².
    private static (double Weight, double Pays, bool Buys)[] Consumers(int item, double elasticity, int steps) =>
        [.. Enumerable.Range(0, steps).Select(step => (step + 0.5) / steps).Select(y => (
            3 * y * y / steps,
            Prices[item] * Math.Min(1, Math.Pow(Shares[item] / (y * y * y), 1 / elasticity)),
            y * y * y <= Shares[item]))];
}
