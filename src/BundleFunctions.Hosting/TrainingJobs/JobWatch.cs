using System.Globalization;
using BundleFunctions.Ports;

namespace BundleFunctions.Hosting.TrainingJobs;

/// <summary>Stays with a run from its start to its end and keeps its record true.</summary>
internal sealed class JobWatch(JobRecords records, TrainingJobOptions options, TimeProvider clock)
{
    /// <summary>Heartbeats while the process runs; ends it where the host stops, time is up, or the lease was lost.</summary>
    /// <returns>The record as it ended.</returns>
    public async Task<JobRecord> WatchAsync(ShopId shop, JobRecord record, string etag, JobRun run, CancellationToken stopping)
    {
        using (run)
        {
            var exited = run.WaitAsync(CancellationToken.None);
            var deadline = record.StartedAt + options.TimeOut;
            string? fault = null;
            while (!exited.IsCompleted && fault is null)
            {
                record = record with { HeartbeatAt = clock.GetUtcNow(), Message = run.Log.Last ?? record.Message };
                if (await BeatAsync(shop, record, etag) is not { } beaten)
                {
                    fault = "Another host took the job over; this run was ended.";
                    break;
                }

                etag = beaten;
                await WaitAsync(exited, stopping);
                fault = exited.IsCompleted ? null
                    : stopping.IsCancellationRequested ? "The host stopped; the run was ended with it."
                    : clock.GetUtcNow() >= deadline ? $"The run took longer than {options.TimeOut}; it was ended."
                    : null;
            }

            if (fault is not null)
            {
                await run.StopAsync(options.Grace, clock);
            }

            await exited;
            var ended = End(record with { Log = run.Log.ToList() }, run, fault);
            await records.EndAsync(shop, ended, etag, CancellationToken.None);
            return ended;
        }
    }

    private JobRecord End(JobRecord record, JobRun run, string? fault)
    {
        var now = clock.GetUtcNow();
        var last = run.Log.Last;
        return fault is not null ? record.Ended(TrainingJobState.Failed, now, fault)
            : run.ExitCode == 0 ? record.Ended(TrainingJobState.Succeeded, now, last ?? "done")
            : record.Ended(
                TrainingJobState.Failed,
                now,
                string.Create(CultureInfo.InvariantCulture, $"Exit code {run.ExitCode}: {last ?? "it said nothing"}"));
    }

    // A store that stumbles does not end a run: the next heartbeat tries again. A write that was applied although its answer was
    // lost leaves our own record under an ETag that we do not know yet.
    private async Task<string?> BeatAsync(ShopId shop, JobRecord record, string etag)
    {
        try
        {
            if (await records.SwapLatestAsync(shop, record, etag, CancellationToken.None) is { } beaten)
            {
                return beaten;
            }

            var (latest, current) = await records.FindLatestAsync(shop, CancellationToken.None);
            return latest?.State == TrainingJobState.Running && latest.Process == record.Process ? current : null;
        }
        catch (StoreException)
        {
            return etag;
        }
    }

    private async Task WaitAsync(Task exited, CancellationToken stopping)
    {
        using var wake = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny(exited, Task.Delay(options.Heartbeat, clock, wake.Token));
        await wake.CancelAsync();
    }
}
