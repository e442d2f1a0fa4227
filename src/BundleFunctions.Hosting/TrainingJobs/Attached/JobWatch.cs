using System.Globalization;
using BundleFunctions.Ports;

namespace BundleFunctions.Hosting.TrainingJobs.Attached;

/// <summary>Stays with a run from its start to its end and keeps its record true.</summary>
internal sealed class JobWatch(JobRecords records, TrainingJobOptions options, TimeProvider clock)
{
    private const string TakenOver = "Another host took the job over; this run was ended.";

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
                record = record with { HeartbeatAt = clock.GetUtcNow(), Message = run.Log.Last ?? record.Message, Log = run.Log.ToList() };
                (record, etag, fault) = await BeatAsync(shop, record, etag);
                if (fault is not null)
                {
                    break;
                }

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
        return fault is not null ? record.Ended(record.CancelRequested ? TrainingJobState.Cancelled : TrainingJobState.Failed, now, fault)
            : run.ExitCode == 0 ? record.Ended(TrainingJobState.Succeeded, now, last ?? "done")
            : record.Ended(
                TrainingJobState.Failed,
                now,
                string.Create(CultureInfo.InvariantCulture, $"Exit code {run.ExitCode}: {last ?? "it said nothing"}"));
    }

    // A store that stumbles does not end a run: the next heartbeat tries again. A write that was applied although its answer was
    // lost leaves our own record under an ETag that we do not know yet; so does somebody who asked for the run's end.
    private async Task<(JobRecord Record, string ETag, string? Fault)> BeatAsync(ShopId shop, JobRecord record, string etag)
    {
        try
        {
            if (await records.SwapLatestAsync(shop, record, etag, CancellationToken.None) is { } beaten)
            {
                return (record, beaten, null);
            }

            var (latest, current) = await records.FindLatestAsync(shop, CancellationToken.None);
            return latest is not { State: TrainingJobState.Running } || !latest.IsOfSameClaim(record) ? (record, etag, TakenOver)
                : latest.CancelRequested ? (record with { CancelRequested = true }, current!, "The run was cancelled.")
                : (record, current!, null);
        }
        catch (StoreException)
        {
            return (record, etag, null);
        }
    }

    private async Task WaitAsync(Task exited, CancellationToken stopping)
    {
        using var wake = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny(exited, Task.Delay(options.Heartbeat, clock, wake.Token));
        await wake.CancelAsync();
    }
}
