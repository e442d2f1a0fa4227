using System.Globalization;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Telemetry;

namespace BundleFunctions.Training;

/// <summary>Starts a training job for every shop that has something new to learn.</summary>
public sealed class RetrainScheduler(ShopDirectory shops, IBlobStore blobs, ITrainingJobs jobs, RetrainOptions options)
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
            var outcome = await RetrainAsync(shop, name, cancellationToken);
            ServiceRecorder.Ticked(outcome);
            outcomes.Add(outcome);
        }

        return new RetrainReport(name, outcomes);
    }

    private async Task<ShopRetrain> RetrainAsync(ShopId shop, string tick, CancellationToken cancellationToken)
    {
        try
        {
            var trained = await _trained.FindAsync(shop, cancellationToken);
            if (await FindReasonToSkipAsync(shop, trained, cancellationToken) is { } reason)
            {
                return new ShopRetrain(shop, RetrainOutcome.Skipped, reason);
            }

            var plan = options.Deep == DeepTraining.Never
                ? TrainingPlan.Classical
                : RetrainPlanner.Plan(await DataVolume.ReadAsync(blobs, shop, trained, cancellationToken), options);
            var job = await jobs.StartAsync(new TrainingJobRequest(shop, tick) { Plan = plan }, cancellationToken);
            return string.Equals(job.Tick, tick, StringComparison.Ordinal)
                ? new ShopRetrain(shop, RetrainOutcome.Started, $"job {job.Tick} is {job.State}{Because(job.Plan)}")
                : new ShopRetrain(shop, RetrainOutcome.AlreadyRunning, $"job {job.Tick} runs since {job.StartedAt:O}");
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return new ShopRetrain(shop, RetrainOutcome.Failed, e.Message);
        }
    }

    private static string Because(TrainingPlan plan) => plan.Reason.Length == 0 ? string.Empty : $"; {plan.Reason}";

    private async Task<string?> FindReasonToSkipAsync(ShopId shop, TrainedRecord? trained, CancellationToken cancellationToken)
    {
        var inputs = await TrainingInputs.ReadAsync(blobs, shop, cancellationToken);
        if (inputs.Commits == 0)
        {
            return "no events have come in yet";
        }

        return trained is not null && trained.Inputs == inputs
            ? $"nothing new since model {trained.ModelId}"
            : null;
    }
}
