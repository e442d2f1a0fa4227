using System.Text.Json;
using BundleFunctions.Operations;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Operations;

public sealed class CostMeterTests
{
    private static readonly PriceTable Prices = new()
    {
        Currency = "EUR",
        AsOf = "test",
        RequestUnitsPerMillion = 0.25m,
        DocumentGigabyteMonth = 0.25m,
        BlobGigabyteMonth = 0.02m,
        FunctionGigabyteSecond = 0.00002m,
        FunctionCallsPerMillion = 0.4m,
        CpuJobHour = 0.36m,
        GpuJobHour = 3.6m,
    };

    private static readonly ShopUsage Usage = new()
    {
        Documents = 100_000,
        DocumentBytes = 1000,
        BlobBytes = 10_000_000_000,
        TrainingSeconds = 100,
        CacheShare = 0.5,
        AnswersPerMonth = 1_000_000,
        RetrainsPerMonth = 10,
        GenerationsKept = 2,
    };

    [Theory]
    [InlineData(500, 1)]
    [InlineData(1000, 1)]
    [InlineData(100_000, 10)]
    public void ReadUnits_OfTheDocumentedSizes_AreTheDocumentedUnits(double bytes, double units) => CostMeter.ReadUnits(bytes).ShouldBe(units, 1e-9);

    [Fact]
    public void Measure_ByHand_IsTheSum()
    {
        var report = CostMeter.Measure(Usage, Prices);

        // 500 units, 1,000 x 2 ms x 2 GB, 1,000 calls.
        report.UnitsPerThousandAnswers.ShouldBe(500, 1e-9);
        report.ThousandAnswers.ShouldBe(0.000125m + 0.00008m + 0.0004m, 1e-9m);
        report.Training.ShouldBe(0.01m, 1e-9m);
        report.UnitsPerRetrain.ShouldBe(500_000, 1e-6);
        report.Publishing.ShouldBe(0.125m, 1e-9m);
        report.StorageMonth.ShouldBe(0.2m + 0.05m, 1e-9m);
        report.Month.ShouldBe((1000 * 0.000605m) + (10 * 0.135m) + 0.25m, 1e-6m);
    }

    [Fact]
    public void Measure_OnAGpu_TakesItsPrice() => CostMeter.Measure(Usage with { Gpu = true }, Prices).Training.ShouldBe(0.1m, 1e-9m);

    [Fact]
    public void PriceTable_OfTheRepository_CanBeRead()
    {
        var table = JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "infra", "prices.json")), PriceTableJson.Default.PriceTable);

        table.ShouldNotBeNull().Validate().ShouldBeNull();
    }
}
