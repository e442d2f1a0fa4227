using System.Collections.Concurrent;
using BundleFunctions.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Hosting.TrainingJobs;

/// <summary>Runs the training job as a child process of this host: one run a shop at a time over all hosts that share the blob store.</summary>
/// <remarks>A run belongs to its host: it is asked to stop, then killed, when the host stops; and since its standard input closes
/// with the host, it also stops when the host is killed. A run whose process is gone is seen as failed at once by a host on the
/// same machine, and after three silent heartbeats by any other.</remarks>
public sealed partial class ChildProcessTrainingJobs(
    IBlobStore blobs, TrainingJobOptions options, TimeProvider clock, ILogger<ChildProcessTrainingJobs> logger) : ITrainingJobs, IHostedService
{
    private const int Attempts = 5;

    private readonly JobRecords _records = new(blobs);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Task, bool> _watches = new();

    /// <inheritdoc/>
    public async Task<TrainingJob> StartAsync(TrainingJobRequest request, CancellationToken cancellationToken)
    {
        var (shop, tick) = request;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (latest, etag) = await ReadLatestAsync(shop, cancellationToken);
            if (latest is not null && (latest.State == TrainingJobState.Running || string.Equals(latest.Tick, tick, StringComparison.Ordinal)))
            {
                return latest.ToJob(shop);
            }

            if (await _records.FindEndedAsync(shop, tick, cancellationToken) is { } ended)
            {
                return ended.ToJob(shop);
            }

            if (_stopping.IsCancellationRequested)
            {
                throw new TrainingJobException($"Training of shop {shop} was not started: the host is stopping.");
            }

            var now = clock.GetUtcNow();
            var claim = new JobRecord(tick, TrainingJobState.Running, now, null, now, null, "starting", []);
            if (await _records.SwapLatestAsync(shop, claim, etag, cancellationToken) is { } claimed)
            {
                return await RunAsync(shop, claim, claimed);
            }
        }

        throw new TrainingJobException($"Training of shop {shop} was not started: {Attempts} times somebody else changed its job record first.");
    }

    /// <inheritdoc/>
    public async Task<TrainingJob?> FindLatestAsync(ShopId shop, CancellationToken cancellationToken) =>
        (await ReadLatestAsync(shop, cancellationToken)).Record?.ToJob(shop);

    /// <inheritdoc/>
    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends the runs of this host and waits until their records say so.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_watches.Keys).WaitAsync(cancellationToken);
    }

    // The claim is ours: from here on the record must end, whatever the caller's token says.
    private async Task<TrainingJob> RunAsync(ShopId shop, JobRecord claim, string etag)
    {
        JobRun run;
        try
        {
            run = JobRun.Start(new TrainingJobRequest(shop, claim.Tick), options);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
        {
            var message = $"'{options.Program}' could not be started: {e.Message}";
            await _records.EndAsync(shop, claim.Ended(TrainingJobState.Failed, clock.GetUtcNow(), message), etag, CancellationToken.None);
            throw new TrainingJobException($"Training of shop {shop} was not started: {message}", e);
        }

        var record = claim with { Process = run.Identity };
        LogStarted(shop, claim.Tick, run.Identity.Id);
        var watch = new JobWatch(_records, options, clock).WatchAsync(shop, record, etag, run, _stopping.Token);
        var tracked = watch.ContinueWith(
            task => LogEnd(shop, claim.Tick, task), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        _watches[tracked] = true;
        _ = tracked.ContinueWith(done => _watches.TryRemove(done, out _), TaskScheduler.Default);
        return record.ToJob(shop);
    }

    // Whoever reads a run that has died writes its end, so that the record tells the truth from then on.
    private async Task<(JobRecord? Record, string? ETag)> ReadLatestAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var (record, etag) = await _records.FindLatestAsync(shop, cancellationToken);
        if (record is not { State: TrainingJobState.Running } || FindCauseOfDeath(record) is not { } cause)
        {
            return (record, etag);
        }

        var ended = record.Ended(TrainingJobState.Failed, clock.GetUtcNow(), cause);
        await _records.EndAsync(shop, ended, etag!, cancellationToken);
        return await _records.FindLatestAsync(shop, cancellationToken);
    }

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

    private void LogEnd(ShopId shop, string tick, Task<JobRecord> watch)
    {
        if (watch.IsFaulted)
        {
            LogLost(shop, tick, watch.Exception.InnerException!);
        }
        else if (watch.Result.State == TrainingJobState.Succeeded)
        {
            LogSucceeded(shop, tick, watch.Result.Message);
        }
        else
        {
            LogFailed(shop, tick, watch.Result.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Training of {Shop} for {Tick} runs as process {ProcessId}")]
    private partial void LogStarted(ShopId shop, string tick, int processId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Training of {Shop} for {Tick} succeeded: {LastLine}")]
    private partial void LogSucceeded(ShopId shop, string tick, string? lastLine);

    [LoggerMessage(Level = LogLevel.Error, Message = "Training of {Shop} for {Tick} failed: {LastLine}")]
    private partial void LogFailed(ShopId shop, string tick, string? lastLine);

    [LoggerMessage(Level = LogLevel.Error, Message = "The record of training {Shop} for {Tick} was lost")]
    private partial void LogLost(ShopId shop, string tick, Exception error);
}
