using System.Text;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Testing;
using BundleFunctions.Training;

namespace BundleFunctions.Core.Tests.Training;

public sealed class RetrainSchedulerTests
{
    private static readonly DateTimeOffset Tick = new(2026, 3, 1, 4, 0, 0, TimeSpan.FromHours(1));

    private readonly InMemoryBlobStore _blobs = new();
    private readonly FakeJobs _jobs = new();
    private RetrainOptions _options = new();

    [Fact]
    public async Task Tick_ShopWithNewEvents_StartsAJobNamedByTheTick()
    {
        await AddShopAsync("one", commits: 1);

        var report = await TickAsync();

        report.Shops.ShouldHaveSingleItem().Outcome.ShouldBe(RetrainOutcome.Started);
        _jobs.Started.ShouldBe([new TrainingJobRequest(Shop("one"), "20260301t030000z")]);
    }

    [Fact]
    public async Task Tick_ShopWithoutEvents_IsSkippedWithTheReason()
    {
        await AddShopAsync("one", commits: 0);

        (await TickAsync()).Shops.ShouldHaveSingleItem().ShouldBe(
            new ShopRetrain(Shop("one"), RetrainOutcome.Skipped, "no events have come in yet"));
    }

    [Fact]
    public async Task Tick_NothingNewSinceTheLastModel_IsSkippedUntilEventsOrCatalogueChange()
    {
        await AddShopAsync("one", commits: 2);
        await FinishTrainingAsync("one");
        (await TickAsync()).Shops.ShouldHaveSingleItem().Reason.ShouldBe("nothing new since model m1");

        await PutAsync(BlobLayout.CurrentSnapshot(Shop("one")), Pointer(sources: "first"));
        (await TickAsync()).Count(RetrainOutcome.Started).ShouldBe(1);

        // The same products from another delivery are nothing new.
        await FinishTrainingAsync("one");
        await PutAsync(BlobLayout.CurrentSnapshot(Shop("one")), Pointer(sources: "second"));
        (await TickAsync()).Count(RetrainOutcome.Skipped).ShouldBe(1);
        await PutAsync(new BlobName(BlobLayout.Ledger, "one/content/new.json"), "{}");
        (await TickAsync()).Count(RetrainOutcome.Started).ShouldBe(1);
    }

    private static string Pointer(string sources) =>
        $$"""{"snapshotId":"products","isDerived":false,"products":1,"sourcesId":"{{sources}}"}""";

    [Fact]
    public async Task Tick_UnreadableTrainedRecord_TrainsAgain()
    {
        await AddShopAsync("one", commits: 1);
        await PutAsync(new BlobName(BlobLayout.Jobs, "one/trained.json"), "{ not json");

        (await TickAsync()).Count(RetrainOutcome.Started).ShouldBe(1);
    }

    [Fact]
    public async Task Tick_OneShopFails_OthersGoOn()
    {
        await AddShopAsync("a", commits: 1);
        await AddShopAsync("b", commits: 1);
        await AddShopAsync("c", commits: 1);
        _jobs.Failing = Shop("b");

        (await TickAsync()).Shops.ShouldBe(
        [
            new ShopRetrain(Shop("a"), RetrainOutcome.Started, "job 20260301t030000z is Running"),
            new ShopRetrain(Shop("b"), RetrainOutcome.Failed, "no machine left"),
            new ShopRetrain(Shop("c"), RetrainOutcome.Started, "job 20260301t030000z is Running"),
        ]);
    }

    [Fact]
    public async Task Tick_EarlierJobStillRuns_SaysSo()
    {
        await AddShopAsync("one", commits: 1);
        _jobs.RunningTick = "20260301t020000z";

        (await TickAsync()).Shops.ShouldHaveSingleItem().Outcome.ShouldBe(RetrainOutcome.AlreadyRunning);
    }

    [Fact]
    public async Task Tick_EnoughData_AsksForDeepModelsAndSaysWhy()
    {
        await AddShopAsync("one", commits: 0);
        await PutAsync(new BlobName(BlobLayout.Ledger, "one/content/a.json"), Commit(accepted: 700));
        await PutAsync(new BlobName(BlobLayout.Ledger, "one/content/b.json"), Commit(accepted: 300));
        await PutAsync(BlobLayout.CurrentSnapshot(Shop("one")), Pointer(sources: "first"));
        _options = new RetrainOptions { Deep = DeepTraining.Auto, DeepMinEvents = 1000, DeepMinProducts = 1, Gpu = true, GpuMinEvents = 1001 };

        var report = await TickAsync();

        _jobs.Started.ShouldHaveSingleItem().Plan.ShouldBe(new TrainingPlan(true, ComputeProfile.Cpu,
            "deep models: 1,000 events, not yet counted orders, 1 products; cpu: 1,000 of at least 1,001 events"));
        report.Shops.ShouldHaveSingleItem().Reason.ShouldStartWith("job 20260301t030000z is Running; deep models: 1,000 events");
    }

    private static string Commit(int accepted) =>
        $$"""{"contentKey":"k","blob":"b","recordsRead":1,"accepted":{{accepted}},"duplicates":0,"rejected":{},"unknownFields":0,"parts":[]}""";

    private static ShopId Shop(string id) => Identifier.Parse<ShopId>(id);

    private Task<RetrainReport> TickAsync() => new RetrainScheduler(new ShopDirectory(_blobs), _blobs, _jobs, _options).TickAsync(Tick, CancellationToken.None);

    private async Task AddShopAsync(string shop, int commits)
    {
        await new ShopDirectory(_blobs).SaveSettingsAsync(Shop(shop), new ShopSettings(), CancellationToken.None);
        for (var i = 0; i < commits; i++)
        {
            await PutAsync(new BlobName(BlobLayout.Ledger, $"{shop}/content/{i}.json"), "{}");
        }
    }

    private async Task FinishTrainingAsync(string shop)
    {
        var inputs = await TrainingInputs.ReadAsync(_blobs, Shop(shop), CancellationToken.None);
        var record = new TrainedRecord(inputs, Identifier.Parse<ModelId>("m1"), Tick);
        await new TrainedRecords(_blobs).SaveAsync(Shop(shop), record, CancellationToken.None);
    }

    private Task PutAsync(BlobName name, string text) =>
        _blobs.PutAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(text)), BlobCondition.None, CancellationToken.None);

    private sealed class FakeJobs : ITrainingJobs
    {
        public List<TrainingJobRequest> Started { get; } = [];

        public ShopId? Failing { get; set; }

        public string? RunningTick { get; set; }

        public Task<TrainingJob> StartAsync(TrainingJobRequest request, CancellationToken cancellationToken)
        {
            if (request.Shop == Failing)
            {
                throw new TrainingJobException("no machine left");
            }

            Started.Add(request);
            return Task.FromResult(new TrainingJob(request.Shop, RunningTick ?? request.Tick, TrainingJobState.Running, Tick, null, null) { Plan = request.Plan });
        }

        public Task<TrainingJob?> FindLatestAsync(ShopId shop, CancellationToken cancellationToken) => Task.FromResult<TrainingJob?>(null);

        public Task<IReadOnlyList<TrainingJob>> ListAsync(ShopId shop, int limit, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<TrainingJob>>([]);

        public Task<TrainingJob?> CancelAsync(ShopId shop, string tick, CancellationToken cancellationToken) => Task.FromResult<TrainingJob?>(null);
    }
}
