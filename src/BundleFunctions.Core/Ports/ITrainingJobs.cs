namespace BundleFunctions.Ports;

/// <summary>Starts training outside this process and tells how it went.</summary>
public interface ITrainingJobs
{
    /// <summary>Starts a run. One shop has one run at a time: while one is running, and when the same tick is asked for
    /// again, the run that exists is answered and nothing is started.</summary>
    /// <exception cref="TrainingJobException">The run could not be started.</exception>
    Task<TrainingJob> StartAsync(TrainingJobRequest request, CancellationToken cancellationToken);

    /// <summary>The newest run of a shop; null where there was none.</summary>
    Task<TrainingJob?> FindLatestAsync(ShopId shop, CancellationToken cancellationToken);
}
