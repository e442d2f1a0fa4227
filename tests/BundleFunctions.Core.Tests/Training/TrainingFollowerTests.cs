using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Testing;
using BundleFunctions.Training;

namespace BundleFunctions.Core.Tests.Training;

public sealed class TrainingFollowerTests
{
    private readonly InMemoryBlobStore _blobs = new();

    [Fact]
    public async Task Follow_SomeShopsHaveRuns_ReportsEachAndGoesOnAfterAFailure()
    {
        foreach (var shop in new[] { "a", "b", "c", "d" })
        {
            await new ShopDirectory(_blobs).SaveSettingsAsync(Identifier.Parse<ShopId>(shop), new ShopSettings(), CancellationToken.None);
        }

        var report = await new TrainingFollower(new ShopDirectory(_blobs), new Jobs()).FollowAsync(CancellationToken.None);

        report.Latest.Select(job => (job.Shop.Value, job.State)).ShouldBe([("a", TrainingJobState.Running), ("d", TrainingJobState.Failed)]);
        report.Count(TrainingJobState.Failed).ShouldBe(1);
        report.Failures.ShouldBe([new ShopRetrain(Identifier.Parse<ShopId>("c"), RetrainOutcome.Failed, "no answer")]);
    }

    private sealed class Jobs : ITrainingJobs
    {
        public Task<TrainingJob> StartAsync(TrainingJobRequest request, CancellationToken cancellationToken) => throw new InvalidOperationException("Nothing is started here.");

        public Task<TrainingJob?> FindLatestAsync(ShopId shop, CancellationToken cancellationToken) => shop.Value switch
        {
            "a" => Task.FromResult<TrainingJob?>(new TrainingJob(shop, "t1", TrainingJobState.Running, DateTimeOffset.UnixEpoch, null, null)),
            "c" => throw new StoreException("no answer", isTransient: true),
            "d" => Task.FromResult<TrainingJob?>(new TrainingJob(shop, "t1", TrainingJobState.Failed, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "x")),
            _ => Task.FromResult<TrainingJob?>(null),
        };

        public Task<IReadOnlyList<TrainingJob>> ListAsync(ShopId shop, int limit, CancellationToken cancellationToken) => throw new InvalidOperationException("Nothing is listed here.");

        public Task<TrainingJob?> CancelAsync(ShopId shop, string tick, CancellationToken cancellationToken) => throw new InvalidOperationException("Nothing is cancelled here.");
    }
}
