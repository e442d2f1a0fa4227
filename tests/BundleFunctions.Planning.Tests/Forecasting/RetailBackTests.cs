using BundleFunctions.Numerics.Statistics;
using BundleFunctions.Planning.Forecasting;
using BundleFunctions.Planning.Series;
using BundleFunctions.Testing;
using Xunit.Abstractions;

namespace BundleFunctions.Planning.Tests.Forecasting;

/// <summary>What would have been foretold of a real shop, four weeks ahead, from thirteen weekly origins. The figures stand in docs/planning.md.</summary>
public sealed class RetailBackTests(ITestOutputHelper output)
{
    private static readonly ForecastOptions Options = new() { Horizon = 4 };

    [RealDataFact("online-retail")]
    public void BackTest_BestSellers_BeatsSeasonalNaiveAndBandsHold() => Judge(RetailWeeks.Read().Best, "best sellers", 0.58);

    [RealDataFact("online-retail")]
    public void BackTest_SparseProducts_BeatsSeasonalNaiveAndBandsHold() => Judge(RetailWeeks.Read().Sparse, "sparse", 0.80);

    private void Judge(IReadOnlyList<DemandSeries> series, string name, double mostWape)
    {
        var test = new Forecaster(options: Options).BackTest(series, 13);
        var beside = PairedComparison.Of(test.ErrorsOf("seasonal-naive"), test.ErrorsOfChosen(), 2000, 0.95, 1);
        output.WriteLine($"{name}: WAPE {test.Wape:F3}, coverage {test.Coverage80:P1} and {test.Coverage95:P1}; naive less chosen {beside.Difference:F3} "
            + $"[{beside.Interval.Low:F3}, {beside.Interval.High:F3}], p {beside.PermutationPValue:F4}");
        foreach (var method in Forecaster.BuiltIn)
        {
            output.WriteLine($"  {method.Name} {test.WapeOf(method.Name):F3}");
        }

        test.Rows.Count.ShouldBe(50);
        beside.Interval.Low.ShouldBeGreaterThan(0);
        beside.PermutationPValue.ShouldBeLessThan(0.05);
        test.Wape.ShouldBeLessThan(mostWape);
        test.Coverage95.ShouldBeInRange(0.85, 0.98);
        test.Coverage80.ShouldBeInRange(0.70, 0.90);
    }
}
