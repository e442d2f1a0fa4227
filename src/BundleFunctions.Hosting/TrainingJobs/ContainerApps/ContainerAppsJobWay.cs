using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BundleFunctions.Hosting.Settings;
using BundleFunctions.Ports;

namespace BundleFunctions.Hosting.TrainingJobs.ContainerApps;

/// <summary>Training as executions of an Azure Container Apps job. They outlive the host: whoever asks for a shop's newest run looks at it.</summary>
/// <remarks>The service gives a start no name of ours, so a start whose answer was lost may have happened. Every execution carries its shop
/// and tick in a variable: before a start is tried again, and wherever a claim has no execution yet, they are looked for. Should the
/// service show one too late, so that two run for one tick, the later one is stopped.</remarks>
internal sealed class ContainerAppsJobWay(
    ContainerAppsClient client,
    StoreSettings stores,
    IReadOnlyDictionary<string, string?> settings,
    ContainerAppsOptions options,
    TrainingJobOptions jobs,
    TimeProvider clock) : IJobWay
{
    private const int Starts = 3;
    private const int Looks = 3;

    private readonly ConcurrentDictionary<ShopId, DateTimeOffset> _lookedAt = new();

    /// <inheritdoc/>
    public async Task<StartedRun> StartAsync(ShopId shop, JobRecord claim, CancellationToken cancellationToken)
    {
        var job = JobOf(claim);
        var template = await MakeTemplateAsync(shop, claim, job, cancellationToken);
        try
        {
            for (var start = 0; start < Starts; start++)
            {
                claim = claim with { Starts = start + 1 };
                var answer = await TryStartAsync(job, template, isFirst: start == 0, cancellationToken);
                if (answer.Execution is { } name)
                {
                    return new StartedRun(Adopt(claim, job, name, null), null);
                }

                if (await SettleAsync(shop, claim, job, cancellationToken) is { } found)
                {
                    return new StartedRun(found, null);
                }

                // What was taken and is not seen yet will come; what nobody knows, and nobody sees, is asked for again.
                if (answer.IsTaken)
                {
                    break;
                }
            }
        }
        catch (ArmException)
        {
            // After the first request nothing is certain any more: the next look finds out.
        }

        return new StartedRun(claim with { Message = "The start is not confirmed yet." }, null);
    }

    /// <inheritdoc/>
    public async Task<JobRecord> LookAsync(ShopId shop, JobRecord record, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_lookedAt.TryGetValue(shop, out var last) && now - last < options.PollInterval && now >= last)
        {
            return record;
        }

        _lookedAt[shop] = now;
        try
        {
            return record.Execution is { } execution
                ? await LookAtAsync(shop, record, execution, cancellationToken)
                : await LookForAsync(shop, record, cancellationToken);
        }
        catch (ArmException e)
        {
            // What cannot be seen is not over, until the service itself must have ended it.
            return now - record.StartedAt <= jobs.TimeOut + options.StartPatience
                ? record
                : record.Ended(TrainingJobState.Failed, now, $"The run could not be seen for longer than it may take: {e.Message}");
        }
    }

    /// <inheritdoc/>
    public async Task StopAsync(ShopId shop, JobRecord record, CancellationToken cancellationToken)
    {
        _lookedAt.TryRemove(shop, out _);
        var job = JobOf(record);
        try
        {
            var executions = record.Execution is { } known
                ? [known]
                : (await client.FindRunsAsync(job, JobExecution.RunOf(shop, record.Tick), cancellationToken)).Select(execution => execution.Name!);
            foreach (var execution in executions)
            {
                await client.StopAsync(job, execution, cancellationToken);
            }
        }
        catch (ArmException e)
        {
            throw new TrainingJobException($"Training of shop {shop} could not be asked to end: {e.Message}", e);
        }
    }

    private string JobOf(JobRecord record) =>
        record.Plan?.Profile == ComputeProfile.Gpu && options.GpuJob is { } gpu ? gpu : options.CpuJob!;

    private async Task<JsonObject> MakeTemplateAsync(ShopId shop, JobRecord claim, string job, CancellationToken cancellationToken)
    {
        try
        {
            return ExecutionTemplateMaker.Make(await client.GetJobAsync(job, cancellationToken), shop, claim, stores, settings, options);
        }
        catch (ArmException e)
        {
            throw new TrainingJobException(e.Message, e);
        }
    }

    /// <returns>The execution, where it was named; and whether the request was taken for sure.</returns>
    private async Task<(string? Execution, bool IsTaken)> TryStartAsync(string job, JsonObject template, bool isFirst, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.StartAsync(job, template, cancellationToken), true);
        }
        catch (ArmException e) when (e.MayHaveHappened)
        {
            return (null, false);
        }
        catch (ArmException e) when (isFirst)
        {
            throw new TrainingJobException(e.Message, e);
        }
    }

    // The service may show a new execution late.
    private async Task<JobRecord?> SettleAsync(ShopId shop, JobRecord claim, string job, CancellationToken cancellationToken)
    {
        for (var look = 0; look < Looks; look++)
        {
            await Task.Delay(options.SettleDelay, clock, cancellationToken);
            if (await FindAsync(shop, claim, job, cancellationToken) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private async Task<JobRecord?> FindAsync(ShopId shop, JobRecord record, string job, CancellationToken cancellationToken)
    {
        var runs = await client.FindRunsAsync(job, JobExecution.RunOf(shop, record.Tick), cancellationToken);
        await StopAllAsync(job, runs.Skip(1), cancellationToken);
        return runs is [var first, ..] ? Adopt(record, job, first.Name!, first.Properties?.StartTime) : null;
    }

    private async Task StopAllAsync(string job, IEnumerable<JobExecution> runs, CancellationToken cancellationToken)
    {
        foreach (var run in runs.Where(run => run.IsRunning))
        {
            await client.StopAsync(job, run.Name!, cancellationToken);
        }
    }

    private JobRecord Adopt(JobRecord record, string job, string execution, DateTimeOffset? startedAt) => record with
    {
        Execution = execution,
        RanFrom = startedAt ?? clock.GetUtcNow(),
        HeartbeatAt = clock.GetUtcNow(),
        Message = $"Execution {execution} of job {job}",
        LogLink = new Uri($"https://portal.azure.com/#resource{client.ResourceOf(job)}/executionHistory"),
    };

    private async Task<JobRecord> LookForAsync(ShopId shop, JobRecord record, CancellationToken cancellationToken)
    {
        if (await FindAsync(shop, record, JobOf(record), cancellationToken) is { } found)
        {
            if (found.CancelRequested)
            {
                await client.StopAsync(JobOf(record), found.Execution!, cancellationToken);
            }

            return found;
        }

        return clock.GetUtcNow() - record.StartedAt <= options.StartPatience ? record : record.Ended(
            record.CancelRequested ? TrainingJobState.Cancelled : TrainingJobState.Failed,
            clock.GetUtcNow(),
            $"No execution of it was seen within {options.StartPatience}.");
    }

    private async Task<JobRecord> LookAtAsync(ShopId shop, JobRecord record, string name, CancellationToken cancellationToken)
    {
        var job = JobOf(record);
        var now = clock.GetUtcNow();
        if (record.Starts > 1 && now - record.StartedAt <= options.StartPatience)
        {
            // Of several starts an earlier one may come to light late.
            var runs = await client.FindRunsAsync(job, JobExecution.RunOf(shop, record.Tick), cancellationToken);
            await StopAllAsync(job, runs.Where(run => !string.Equals(run.Name, name, StringComparison.Ordinal)), cancellationToken);
        }

        var execution = await client.FindExecutionAsync(job, name, cancellationToken);
        if (execution is null)
        {
            // One that has just begun may not be shown yet.
            return now - record.StartedAt <= options.StartPatience
                ? record
                : record.Ended(TrainingJobState.Failed, now, $"The service does not know execution {name} of job {job} any more.");
        }

        var seen = execution.Properties?.StartTime is { } from ? record with { RanFrom = from } : record;
        if (!execution.IsRunning)
        {
            var state = execution.Properties?.Status is "Succeeded" ? TrainingJobState.Succeeded
                : record.CancelRequested ? TrainingJobState.Cancelled
                : TrainingJobState.Failed;
            return seen.Ended(state, execution.Properties?.EndTime ?? now, $"Execution {name} of job {job}: {execution.Properties?.Status}");
        }

        if (now - record.StartedAt > jobs.TimeOut)
        {
            await client.StopAsync(job, name, cancellationToken);
            return seen.Ended(TrainingJobState.Failed, now, $"The run took longer than {jobs.TimeOut}; it was ended.");
        }

        return seen.RanFrom == record.RanFrom ? record : seen;
    }
}
