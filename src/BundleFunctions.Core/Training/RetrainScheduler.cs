using System.Globalization;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Training;

/// <summary>Starts a training job for every shop that has something new to learn.</summary>
public sealed class RetrainScheduler(ShopDirectory shops, IBlobStore blobs, ITrainingJobs jobs)
{
    private readonly TrainedRecords _trained = new(blobs);

    /// <summary>Works off one tick. The same tick again starts nothing twice. One shop's failure does not stop the others.</summary>
    /// <param name="tick">When the schedule fired, or was asked to; cut to whole seconds.</param>
    /// <exception cref="StoreException">The shops could not be listed.</exception>
    public async Task<RetrainReport> TickAsync(DateTimeOffset tick, CancellationToken cancellationToken)
    {
        var name = tick.UtcDateTime.ToString("yyyyMMdd't'HHmmss'z'", CultureInfo.InvariantCulture);
        var outcomes = new List<ShopRetrain>();
        foreach (var shop in await shops.ListAsync(cancellationToken))
        {
            outcomes.Add(await RetrainAsync(shop, name, cancellationToken));
        }

        return new RetrainReport(name, outcomes);
    }

    private async Task<ShopRetrain> RetrainAsync(ShopId shop, string tick, CancellationToken cancellationToken)
    {
        try
        {
            if (await FindReasonToSkipAsync(shop, cancellationToken) is { } reason)
            {
                return new ShopRetrain(shop, RetrainOutcome.Skipped, reason);
            }

            var job = await jobs.StartAsync(new TrainingJobRequest(shop, tick), cancellationToken);
            return string.Equals(job.Tick, tick, StringComparison.Ordinal)
                ? new ShopRetrain(shop, RetrainOutcome.Started, $"job {job.Tick} is {job.State}")
                : new ShopRetrain(shop, RetrainOutcome.AlreadyRunning, $"job {job.Tick} runs since {job.StartedAt:O}");
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return new ShopRetrain(shop, RetrainOutcome.Failed, e.Message);
        }
    }

    private async Task<string?> FindReasonToSkipAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var inputs = await TrainingInputs.ReadAsync(blobs, shop, cancellationToken);
        if (inputs.Commits == 0)
        {
            return "no events have come in yet";
        }

        return await _trained.FindAsync(shop, cancellationToken) is { } trained && trained.Inputs == inputs
            ? $"nothing new since model {trained.ModelId}"
            : null;
    }
}
