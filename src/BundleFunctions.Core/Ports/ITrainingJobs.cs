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

    /// <summary>The runs of a shop that are remembered, the newest first.</summary>
    /// <param name="limit">Most runs to answer, 1 or more.</param>
    Task<IReadOnlyList<TrainingJob>> ListAsync(ShopId shop, int limit, CancellationToken cancellationToken);

    /// <summary>Asks a run to end. One that is another host's to end may go on for a few seconds: its state says when it is over.</summary>
    /// <returns>The run as it stands; null where the shop has no run of that tick. One that had ended already is left as it was.</returns>
    /// <exception cref="TrainingJobException">It could not be asked.</exception>
    Task<TrainingJob?> CancelAsync(ShopId shop, string tick, CancellationToken cancellationToken);
}
