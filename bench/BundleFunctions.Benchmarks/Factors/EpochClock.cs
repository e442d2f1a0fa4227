using System.Diagnostics;

namespace BundleFunctions.Benchmarks.Factors;

/// <summary>Notes this process' processor seconds at each report of progress.</summary>
internal sealed class EpochClock : IProgress<double>
{
    private readonly List<double> _seconds = [];

    public void Report(double value)
    {
        using var process = Process.GetCurrentProcess();
        _seconds.Add(process.TotalProcessorTime.TotalSeconds);
    }

    /// <summary>The median of the time from one report to the next, so without what comes before the first.</summary>
    public double MedianSeconds()
    {
        double[] lengths = [.. _seconds.Zip(_seconds.Skip(1), (from, to) => to - from).Order()];
        return lengths[lengths.Length / 2];
    }
}
