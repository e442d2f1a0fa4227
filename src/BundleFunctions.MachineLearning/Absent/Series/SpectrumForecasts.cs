using BundleFunctions.Planning.Forecasting;

namespace BundleFunctions.MachineLearning;

/// <summary>Stands where a build is made without ML.NET's time series: the built-in methods forecast.</summary>
public static class SpectrumForecasts
{
    /// <summary>What there is, in words for logs.</summary>
    public static string About => "this build has no Microsoft.ML.TimeSeries (docs/package-feeds.md): the built-in methods forecast";

    /// <summary>Methods besides the built-in ones: none.</summary>
    public static IReadOnlyList<IForecastMethod> Methods => [];
}
