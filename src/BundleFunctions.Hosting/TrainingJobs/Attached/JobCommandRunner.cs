using System.ComponentModel;

namespace BundleFunctions.Hosting.TrainingJobs.Attached;

/// <summary>Runs a short program to its end.</summary>
internal static class JobCommandRunner
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Runs it, whatever comes of it; one that takes longer than half a minute is killed.</summary>
    public static async Task TryRunAsync(JobCommand command, CancellationToken cancellationToken)
    {
        try
        {
            using var run = JobRun.Start(command, logLines: 1);
            try
            {
                await run.WaitAsync(cancellationToken).WaitAsync(Limit, cancellationToken);
            }
            catch (TimeoutException)
            {
                await run.StopAsync(TimeSpan.Zero, TimeProvider.System);
            }
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or IOException)
        {
            // There is no such program: then nothing that it could have started lives either.
        }
    }
}
