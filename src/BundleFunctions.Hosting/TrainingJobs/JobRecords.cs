using System.Text.Json;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Hosting.TrainingJobs;

/// <summary>Keeps job records; the lease changes hands by compare-and-swap only.</summary>
/// <param name="blobs">Where they lie.</param>
/// <param name="options">Prices of what runs use.</param>
internal sealed class JobRecords(IBlobStore blobs, TrainingJobOptions options)
{
    /// <summary>The newest run of a shop, with the ETag to replace it by. A record that cannot be read counts as none, but still has its ETag.</summary>
    public async Task<(JobRecord? Record, string? ETag)> FindLatestAsync(ShopId shop, CancellationToken cancellationToken)
    {
        try
        {
            return await blobs.ReadJsonAsync(Latest(shop), JobJson.Default.JobRecord, cancellationToken) is { } found
                ? (found.Value, found.ETag)
                : (null, null);
        }
        catch (JsonException)
        {
            return (null, (await blobs.FindAsync(Latest(shop), cancellationToken))?.ETag);
        }
    }

    /// <summary>The runs that have ended, in ordinal order of their ticks; records that cannot be read are left out.</summary>
    public async Task<IReadOnlyList<JobRecord>> ListEndedAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var records = new List<JobRecord>();
        await foreach (var entry in blobs.ListAsync(BlobLayout.Jobs, $"{shop}/runs/", cancellationToken))
        {
            var tick = entry.Name.Path[$"{shop}/runs/".Length..^".json".Length];
            if (await FindEndedAsync(shop, tick, cancellationToken) is { } record)
            {
                records.Add(record);
            }
        }

        return records;
    }

    /// <summary>What became of the run of a tick; null where it did not end yet, or never was.</summary>
    public async Task<JobRecord?> FindEndedAsync(ShopId shop, string tick, CancellationToken cancellationToken)
    {
        try
        {
            return (await blobs.ReadJsonAsync(Ended(shop, tick), JobJson.Default.JobRecord, cancellationToken))?.Value;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Replaces the newest run.</summary>
    /// <param name="expectedETag">What is to be replaced; null where there must be none.</param>
    /// <returns>The new ETag, or null where somebody else was first.</returns>
    public async Task<string?> SwapLatestAsync(ShopId shop, JobRecord record, string? expectedETag, CancellationToken cancellationToken)
    {
        var condition = expectedETag is null ? BlobCondition.Absent : BlobCondition.Matches(expectedETag);
        return (await blobs.WriteJsonAsync(Latest(shop), record, JobJson.Default.JobRecord, condition, cancellationToken))?.ETag;
    }

    /// <summary>Ends the newest run, with what it cost: its own record first, so that a tick asked for again never runs twice.</summary>
    public async Task<bool> EndAsync(ShopId shop, JobRecord ended, string expectedETag, CancellationToken cancellationToken)
    {
        var seconds = ended.RanFrom is { } from ? Math.Max(0, (ended.FinishedAt!.Value - from).TotalSeconds) : 0;
        var record = ended with { Cost = options.Cost(seconds, ended.Plan?.Profile ?? ComputeProfile.Cpu) };
        await blobs.WriteJsonAsync(Ended(shop, record.Tick), record, JobJson.Default.JobRecord, BlobCondition.Absent, cancellationToken);
        return await SwapLatestAsync(shop, record, expectedETag, cancellationToken) is not null;
    }

    private static BlobName Latest(ShopId shop) => new(BlobLayout.Jobs, $"{shop}/running.json");

    private static BlobName Ended(ShopId shop, string tick) => new(BlobLayout.Jobs, $"{shop}/runs/{tick}.json");
}
