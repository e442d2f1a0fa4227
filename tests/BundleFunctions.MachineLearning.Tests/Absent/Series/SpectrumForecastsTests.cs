namespace BundleFunctions.MachineLearning.Tests;

public sealed class SpectrumForecastsTests
{
    [Fact]
    public void Methods_WithoutTimeSeries_AreNoneAndTheBuildSaysSo()
    {
        SpectrumForecasts.Methods.ShouldBeEmpty();
        SpectrumForecasts.About.ShouldContain("no Microsoft.ML.TimeSeries");
    }
}
