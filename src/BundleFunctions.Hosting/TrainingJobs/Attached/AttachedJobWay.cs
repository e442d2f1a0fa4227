using System.ComponentModel;
using BundleFunctions.Ports;

namespace BundleFunctions.Hosting.TrainingJobs.Attached;

/// <summary>Runs that belong to their host: a program whose standard input closes with the host.</summary>
/// <remarks>A run whose program is gone is seen as failed at once by a host on the same machine, and after three silent heartbeats by
/// any other.</remarks>
internal abstract class AttachedJobWay(TrainingJobOptions options, TimeProvider clock) : IJobWay
{
    /// <inheritdoc/>
    public async Task<StartedRun> StartAsync(ShopId shop, JobRecord claim, CancellationToken cancellationToken)
    {
        var command = MakeCommand(shop, claim);
        try
        {
            if (command.Kill is { } kill)
            {
                // The lease is ours: what an earlier host left behind under this name has lost it.
                await JobCommandRunner.TryRunAsync(kill, CancellationToken.None);
            }

            var run = JobRun.Start(command, options.LogLines);
            return new StartedRun(claim with { Process = run.Identity, RanFrom = clock.GetUtcNow() }, run);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or IOException)
        {
            throw new TrainingJobException($"'{command.Program}' could not be started: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public Task<JobRecord> LookAsync(ShopId shop, JobRecord record, CancellationToken cancellationToken) => Task.FromResult(
        FindCauseOfDeath(record) is { } cause
            ? record.Ended(record.CancelRequested ? TrainingJobState.Cancelled : TrainingJobState.Failed, clock.GetUtcNow(), cause)
            : record);

    /// <summary>Nothing: the host that watches the run sees at its next heartbeat that its end was asked for.</summary>
    public Task StopAsync(ShopId shop, JobRecord record, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The program that trains a shop.</summary>
    protected abstract JobCommand MakeCommand(ShopId shop, JobRecord claim);

    private string? FindCauseOfDeath(JobRecord record)
    {
        var silence = clock.GetUtcNow() - record.HeartbeatAt;
        var heard = silence <= options.Heartbeat * 3;
        return record.Process?.IsAlive() switch
        {
            true when heard || clock.GetUtcNow() - record.StartedAt <= options.TimeOut => null,

            // Its host may be about to write how it ended.
            false when silence <= options.Heartbeat => null,
            null when heard => null,
            _ => $"The run and its host are gone; last heard of at {record.HeartbeatAt:O}. Last line: {record.Message}",
        };
    }
}
