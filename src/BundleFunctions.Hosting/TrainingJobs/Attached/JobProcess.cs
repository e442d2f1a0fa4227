using System.Diagnostics;

namespace BundleFunctions.Hosting.TrainingJobs.Attached;

/// <summary>Names a process beyond doubt: ids are used again, start times are not.</summary>
/// <param name="Machine">The machine it runs on.</param>
/// <param name="Id">Its id there.</param>
/// <param name="StartedAt">When it started, by that machine's clock.</param>
internal sealed record JobProcess(string Machine, int Id, DateTimeOffset StartedAt)
{
    // Two readings of one start time differ by the clock's drift since.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    /// <summary>Names a process that was just started; one that has ended already gets a start time that no process has.</summary>
    public static JobProcess Of(Process process)
    {
        try
        {
            return new JobProcess(Environment.MachineName, process.Id, StartOf(process));
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return new JobProcess(Environment.MachineName, process.Id, DateTimeOffset.UnixEpoch);
        }
    }

    /// <summary>Whether it still runs; null where only its own machine can tell.</summary>
    public bool? IsAlive()
    {
        if (!string.Equals(Machine, Environment.MachineName, StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            using var process = Process.GetProcessById(Id);
            return !process.HasExited && (StartOf(process) - StartedAt).Duration() <= Tolerance;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static DateTimeOffset StartOf(Process process) => new(process.StartTime.ToUniversalTime(), TimeSpan.Zero);
}
