using BundleFunctions.Ports;

namespace BundleFunctions.Infra.Tests.Alerts;

/// <summary>Training jobs that end as a test wants.</summary>
internal sealed class FakeJobs : ITrainingJobs
{
    public bool CannotStart { get; set; }

    public TrainingJob? Latest { get; set; }

    public Task<TrainingJob> StartAsync(TrainingJobRequest request, CancellationToken cancellationToken) =>
        CannotStart ? throw new TrainingJobException("No node has a GPU left.") : throw new NotSupportedException();

    public Task<TrainingJob?> FindLatestAsync(ShopId shop, CancellationToken cancellationToken) => Task.FromResult(Latest);

    public Task<IReadOnlyList<TrainingJob>> ListAsync(ShopId shop, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<TrainingJob?> CancelAsync(ShopId shop, string tick, CancellationToken cancellationToken) => throw new NotSupportedException();
}
