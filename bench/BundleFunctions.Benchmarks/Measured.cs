using System.Diagnostics;

namespace BundleFunctions.Benchmarks;

/// <summary>What a piece of work cost this process.</summary>
internal static class Measured
{
    /// <summary>Processor seconds, user and system, of all threads.</summary>
    public static double CpuSeconds(Action work)
    {
        var before = CpuSecondsSoFar();
        work();
        return CpuSecondsSoFar() - before;
    }

    /// <summary>The same, since the process started.</summary>
    public static double CpuSecondsSoFar()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    /// <summary>The most memory that this process has held so far, in MiB.</summary>
    public static double PeakMebibytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1048576.0;
    }
}
