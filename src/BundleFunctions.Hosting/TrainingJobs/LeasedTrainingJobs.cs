using System.Collections.Concurrent;
using BundleFunctions.Hosting.TrainingJobs.Attached;
using BundleFunctions.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Hosting.TrainingJobs;

/// <summary>Training jobs by whatever way the settings choose: one run a shop at a time over all hosts that share the blob store.</summary>
/// <remarks>A shop's newest record is its lease, and changes hands by compare-and-swap only. It is claimed before a run is started, so that
/// of two hosts, two ticks or a host that dies in between, one starts. Whoever reads a record whose run has ended writes its end.
/// A run that is attached to its host is asked to stop, then killed, when the host stops; one that lives elsewhere goes on.</remarks>
internal sealed class LeasedTrainingJobs(
    IBlobStore blobs, IJobWay way, TrainingJobOptions options, TimeProvider clock, ILogger<LeasedTrainingJobs> logger) : ITrainingJobs, IHostedService
{
    private const int Attempts = 5;

    private readonly JobRecords _records = new(blobs, options);
    private readonly JobLog _log = new(logger);
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

            var claim = JobRecord.Claim(request, clock.GetUtcNow());
            if (await _records.SwapLatestAsync(shop, claim, etag, cancellationToken) is { } claimed)
            {
                return await RunAsync(shop, claim, claimed, cancellationToken);
            }
        }

        throw new TrainingJobException($"Training of shop {shop} was not started: {Attempts} times somebody else changed its job record first.");
    }

    /// <inheritdoc/>
    public async Task<TrainingJob?> FindLatestAsync(ShopId shop, CancellationToken cancellationToken) =>
        (await ReadLatestAsync(shop, cancellationToken)).Record?.ToJob(shop);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TrainingJob>> ListAsync(ShopId shop, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var latest = (await ReadLatestAsync(shop, cancellationToken)).Record;
        var ended = await _records.ListEndedAsync(shop, cancellationToken);
        var all = latest is null || ended.Any(record => record.IsOfSameClaim(latest)) ? ended : [.. ended, latest];
        return
        [
            .. all.OrderByDescending(record => record.StartedAt).ThenByDescending(record => record.Tick, StringComparer.Ordinal)
                .Take(limit).Select(record => record.ToJob(shop)),
        ];
    }

    /// <inheritdoc/>
    public async Task<TrainingJob?> CancelAsync(ShopId shop, string tick, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (latest, etag) = await ReadLatestAsync(shop, cancellationToken);
            if (latest is not { State: TrainingJobState.Running } || !string.Equals(latest.Tick, tick, StringComparison.Ordinal))
            {
                return latest is not null && string.Equals(latest.Tick, tick, StringComparison.Ordinal)
                    ? latest.ToJob(shop)
                    : (await _records.FindEndedAsync(shop, tick, cancellationToken))?.ToJob(shop);
            }

            var asked = latest with { CancelRequested = true };
            if (latest.CancelRequested || await _records.SwapLatestAsync(shop, asked, etag, cancellationToken) is not null)
            {
                await way.StopAsync(shop, asked, cancellationToken);
                return (await ReadLatestAsync(shop, cancellationToken)).Record?.ToJob(shop);
            }
        }

        throw new TrainingJobException($"Training of shop {shop} was not cancelled: {Attempts} times somebody else changed its job record first.");
    }

    /// <inheritdoc/>
    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends the runs that are attached to this host and waits until their records say so.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_watches.Keys).WaitAsync(cancellationToken);
    }

    // The claim is ours. Where the run may have been started or not, the claim stays, and whoever reads it next looks for the run.
    private async Task<TrainingJob> RunAsync(ShopId shop, JobRecord claim, string etag, CancellationToken cancellationToken)
    {
        StartedRun started;
        try
        {
            started = await way.StartAsync(shop, claim, cancellationToken);
        }
        catch (TrainingJobException e)
        {
            await _records.EndAsync(shop, claim.Ended(TrainingJobState.Failed, clock.GetUtcNow(), e.Message), etag, CancellationToken.None);
            throw new TrainingJobException($"Training of shop {shop} was not started: {e.Message}", e);
        }

        if (started.Attached is { } run)
        {
            _log.Started(shop, claim.Tick, $"process {run.Identity.Id}");
            Watch(shop, started.Record, etag, run);
        }
        else
        {
            _log.Started(shop, claim.Tick, started.Record.Execution ?? "a run that is not confirmed yet");

            // Where somebody changed the record since, the run is found again by its tick.
            await _records.SwapLatestAsync(shop, started.Record, etag, CancellationToken.None);
        }

        return started.Record.ToJob(shop);
    }

    private void Watch(ShopId shop, JobRecord record, string etag, JobRun run)
    {
        var watch = new JobWatch(_records, options, clock).WatchAsync(shop, record, etag, run, _stopping.Token);
        var tracked = watch.ContinueWith(
            task => _log.Ended(shop, record.Tick, task), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        _watches[tracked] = true;
        _ = tracked.ContinueWith(done => _watches.TryRemove(done, out _), TaskScheduler.Default);
    }

    // Whoever reads a run that has ended writes its end, so that the record tells the truth from then on.
    private async Task<(JobRecord? Record, string? ETag)> ReadLatestAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var (record, etag) = await _records.FindLatestAsync(shop, cancellationToken);
        if (record is not { State: TrainingJobState.Running })
        {
            return (record, etag);
        }

        var seen = await way.LookAsync(shop, record, cancellationToken);
        if (ReferenceEquals(seen, record))
        {
            return (record, etag);
        }

        if (seen.State == TrainingJobState.Running)
        {
            await _records.SwapLatestAsync(shop, seen, etag, cancellationToken);
        }
        else
        {
            await _records.EndAsync(shop, seen, etag!, cancellationToken);
        }

        return await _records.FindLatestAsync(shop, cancellationToken);
    }
}
