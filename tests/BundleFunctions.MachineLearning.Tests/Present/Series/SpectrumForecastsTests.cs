using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Planning.Forecasting;
using BundleFunctions.Planning.Series;

namespace BundleFunctions.MachineLearning.Tests;

public sealed class SpectrumForecastsTests
{
    private static readonly ForecastOptions Options = new() { Horizon = 4 };

    [Fact]
    public void Methods_WhereTheLibraryIs_AreOneMore() =>
        SpectrumForecasts.Methods.Select(method => method.Name).ShouldBe(["singular-spectrum"], SpectrumForecasts.About);

    [Fact]
    public void Forecaster_TwoCyclesThatOverlap_ChoosesTheSpectrumForMostSeries()
    {
        var series = Enumerable.Range(0, 6).Select(i => TwoCycles((ulong)i)).ToList();

        var forecasts = new Forecaster([.. Forecaster.BuiltIn, .. SpectrumForecasts.Methods], Options).Forecast(series);

        forecasts.Count(forecast => forecast.Method == "singular-spectrum").ShouldBeGreaterThan(2);
    }

    [Fact]
    public void Roll_SeriesWithoutAnyForm_IsFiniteAndNotBelowZero()
    {
        foreach (var values in (double[][])[new double[30], [.. Enumerable.Repeat(7.0, 30)], [.. Enumerable.Range(0, 30).Select(i => i == 15 ? 1000.0 : 0)]])
        {
            var table = new ForecastTable(12, values.Length, 4);

            SpectrumForecasts.Methods[0].Roll(values, season: 1, table);

            for (var origin = table.FirstOrigin; origin <= table.LastOrigin; origin++)
            {
                table.At(origin).ToArray().ShouldAllBe(mean => double.IsFinite(mean) && mean >= 0);
            }
        }
    }

    [Fact]
    public void Roll_OfAPast_KnowsNothingOfWhatComes()
    {
        var values = TwoCycles(3).Values.ToArray();
        var (whole, cut) = (new ForecastTable(12, values.Length, 4), new ForecastTable(12, 30, 4));

        SpectrumForecasts.Methods[0].Roll(values, season: 1, whole);
        SpectrumForecasts.Methods[0].Roll(values.AsSpan(0, 30), season: 1, cut);

        whole.At(30).ToArray().ShouldBe(cut.At(30).ToArray());
    }

    // Cycles of five and of eight steps, with a little noise.
    private static DemandSeries TwoCycles(ulong seed)
    {
        var random = SeededRandom.ForStream(seed, "two-cycles");
        var values = Enumerable.Range(0, 60).Select(t =>
            60 + (20 * Math.Sin(2 * Math.PI * t / 5)) + (20 * Math.Sin(2 * Math.PI * ((double)t + seed) / 8)) + (random.NextInt32(9) - 4)).ToArray();
        return new DemandSeries($"made-{seed}", SeriesStep.Week, new DateOnly(2024, 1, 1), values);
    }
}
