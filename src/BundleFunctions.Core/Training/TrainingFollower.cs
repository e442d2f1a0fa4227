using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Telemetry;

namespace BundleFunctions.Training;

/// <summary>Looks after training runs that no host stays with: what has ended is recorded with its cost, what takes too long is ended.</summary>
public sealed class TrainingFollower(ShopDirectory shops, ITrainingJobs jobs)
{
    /// <summary>Looks at every shop's newest run. One shop's failure does not stop the others.</summary>
    /// <exception cref="StoreException">The shops could not be listed.</exception>
    public async Task<FollowReport> FollowAsync(CancellationToken cancellationToken)
    {
        var latest = new List<TrainingJob>();
        var failures = new List<ShopRetrain>();
        foreach (var shop in await shops.ListAsync(cancellationToken))
        {
            try
            {
                if (await jobs.FindLatestAsync(shop, cancellationToken) is { } job)
                {
                    latest.Add(job);
                    ServiceRecorder.Followed(job);
                }
            }
            catch (Exception e) when (e is StoreException or TrainingJobException)
            {
                failures.Add(new ShopRetrain(shop, RetrainOutcome.Failed, e.Message));
            }
        }

        return new FollowReport(latest, failures);
    }
}
