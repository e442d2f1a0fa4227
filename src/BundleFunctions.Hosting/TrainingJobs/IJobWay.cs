using BundleFunctions.Ports;

namespace BundleFunctions.Hosting.TrainingJobs;

/// <summary>Where runs live: how one is started, seen and ended. Who may start one, and what is remembered of it, is decided by
/// <see cref="LeasedTrainingJobs"/> alone.</summary>
internal interface IJobWay
{
    /// <summary>Starts the run that a claim stands for.</summary>
    /// <exception cref="TrainingJobException">It was surely not started.</exception>
    /// <exception cref="OperationCanceledException">It may have been started or not: <see cref="LookAsync"/> will tell.</exception>
    Task<StartedRun> StartAsync(ShopId shop, JobRecord claim, CancellationToken cancellationToken);

    /// <summary>Looks at a run that its record says is running.</summary>
    /// <returns>The very same record where there is nothing to write; else what it should say.</returns>
    Task<JobRecord> LookAsync(ShopId shop, JobRecord record, CancellationToken cancellationToken);

    /// <summary>Ends a run whose record says that this was asked for, where this host can do so.</summary>
    /// <exception cref="TrainingJobException">It could not be asked to end.</exception>
    Task StopAsync(ShopId shop, JobRecord record, CancellationToken cancellationToken);
}
