using System.Runtime.InteropServices;
using BundleFunctions.Planning.Forecasting;

namespace BundleFunctions.MachineLearning;

/// <summary>Ways of ML.NET to forecast, as challengers of the built-in ones: the forecaster takes one for a series where it erred least on the series' own past.</summary>
public static class SpectrumForecasts
{
    private static readonly Lazy<string?> Missing = new(Probe);

    /// <summary>What there is, in words for logs.</summary>
    public static string About => Missing.Value ?? "ML.NET's singular spectrum analysis competes";

    /// <summary>Methods besides the built-in ones; none where the native library is not made for this processor, and <see cref="About"/> says so.</summary>
    public static IReadOnlyList<IForecastMethod> Methods => Missing.Value is null ? [new SingularSpectrum()] : [];

    // The library is looked for when it is first needed, which is not in the midst of a plan.
    private static string? Probe()
    {
        try
        {
            SingularSpectrum.Forecast([1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2], window: 4, new double[1]);
            return null;
        }
        catch (Exception e) when (Native(e))
        {
            return $"ML.NET's singular spectrum analysis cannot be used, its native library does not load on this machine ({RuntimeInformation.ProcessArchitecture}): the built-in methods forecast";
        }
    }

    private static bool Native(Exception? e)
    {
        while (e is not null and not (DllNotFoundException or BadImageFormatException or EntryPointNotFoundException))
        {
            e = e.InnerException;
        }

        return e is not null;
    }
}
