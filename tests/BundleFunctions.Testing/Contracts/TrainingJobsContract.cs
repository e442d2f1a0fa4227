using BundleFunctions.Ports;
using Shouldly;
using Xunit;

namespace BundleFunctions.Testing;

/// <summary>What every <see cref="ITrainingJobs"/> owes. A concrete class gives hosts that share records, and holds each run until a test lets it end.</summary>
public abstract class TrainingJobsContract : IAsyncLifetime
{
    private const int Hosts = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    protected static ShopId Shop { get; } = Identifier.Parse<ShopId>("demo");

    /// <summary>How long a run may take in these tests.</summary>
    protected static TimeSpan TimeOut { get; } = TimeSpan.FromHours(1);

    /// <summary>An hour of the GPU, in these tests.</summary>
    protected static decimal GpuPrice { get; } = 3.60m;

    protected ManualClock Clock { get; } = new();

    protected InMemoryBlobStore Blobs { get; } = new();

    /// <summary>Another host on the same records.</summary>
    protected abstract ITrainingJobs OpenHost();

    /// <summary>Lets the run of a tick end by itself.</summary>
    protected abstract Task FinishAsync(string tick, bool success);

    /// <summary>How often a run was started so far.</summary>
    protected abstract Task<int> CountStartsAsync();

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public abstract Task DisposeAsync();

    [Fact]
    public async Task FindLatest_NoRunYet_IsNull()
    {
        (await OpenHost().FindLatestAsync(Shop, Token)).ShouldBeNull();
        (await OpenHost().ListAsync(Shop, 10, Token)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, TrainingJobState.Succeeded)]
    [InlineData(false, TrainingJobState.Failed)]
    public async Task Start_RunEnds_IsRecordedWithItsStateAndCost(bool success, TrainingJobState expected)
    {
        var jobs = OpenHost();
        var plan = new TrainingPlan(Deep: true, ComputeProfile.Gpu, "much to learn");

        var started = await jobs.StartAsync(new TrainingJobRequest(Shop, "t1") { Plan = plan }, Token);
        started.State.ShouldBe(TrainingJobState.Running);
        (started.Plan, started.Cost, started.FinishedAt).ShouldBe((plan, null, null));
        await WaitUntilRunningAsync(jobs, "t1");
        Clock.Advance(TimeSpan.FromSeconds(30));
        await WaitUntilRunningAsync(jobs, "t1");
        await FinishAsync("t1", success);

        var ended = await EndOfAsync(jobs, "t1");
        ended.State.ShouldBe(expected, ended.Message);
        ended.FinishedAt.ShouldBe(Clock.GetUtcNow());
        ended.Plan.ShouldBe(plan);
        ended.Message.ShouldNotBeNullOrEmpty();
        ended.Cost.ShouldBe(new TrainingCost(30, ComputeProfile.Gpu, GpuPrice, "EUR"));
        ended.Cost!.Amount.ShouldBe(0.03m);
    }

    [Fact]
    public async Task Start_WhileAnotherRuns_AnswersTheRunThatExists()
    {
        var (here, there) = (OpenHost(), OpenHost());
        await StartAsync(here, "t1");

        (await StartAsync(here, "t2")).Tick.ShouldBe("t1");
        (await StartAsync(there, "t3")).Tick.ShouldBe("t1");
        await WaitUntilRunningAsync(here, "t1");
        (await CountStartsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Start_ManyHostsAtOnce_StartOneRun()
    {
        var hosts = Enumerable.Range(0, Hosts).Select(_ => OpenHost()).ToList();

        var started = await Task.WhenAll(hosts.Select((host, i) => Task.Run(() => StartAsync(host, $"t{i}"))));

        started.Select(job => job.Tick).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        started.ShouldAllBe(job => job.State == TrainingJobState.Running);
        await WaitUntilRunningAsync(hosts[0], started[0].Tick);
        (await CountStartsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Start_SameTickAgain_AnswersTheFinishedRunEvenAfterALaterOne()
    {
        var jobs = OpenHost();
        await RunAsync(jobs, "t1", success: true);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(jobs, "t2", success: false);

        var again = await StartAsync(OpenHost(), "t1");

        again.Tick.ShouldBe("t1");
        again.State.ShouldBe(TrainingJobState.Succeeded);
        (await CountStartsAsync()).ShouldBe(2);
        (await jobs.ListAsync(Shop, 10, Token)).Select(job => (job.Tick, job.State)).ShouldBe(
            [("t2", TrainingJobState.Failed), ("t1", TrainingJobState.Succeeded)]);
        (await jobs.ListAsync(Shop, 1, Token)).ShouldHaveSingleItem().Tick.ShouldBe("t2");
    }

    [Fact]
    public async Task Cancel_RunOfAnotherHost_EndsItAndFreesTheShop()
    {
        var (here, there) = (OpenHost(), OpenHost());
        await StartAsync(here, "t1");
        await WaitUntilRunningAsync(here, "t1");

        (await there.CancelAsync(Shop, "t1", Token)).ShouldNotBeNull().CancelRequested.ShouldBeTrue();

        var ended = await EndOfAsync(there, "t1");
        ended.State.ShouldBe(TrainingJobState.Cancelled, ended.Message);
        ended.Cost.ShouldNotBeNull();
        (await StartAsync(there, "t2")).Tick.ShouldBe("t2");
    }

    [Fact]
    public async Task Cancel_RunThatEndedOrNeverWas_ChangesNothing()
    {
        var jobs = OpenHost();
        await RunAsync(jobs, "t1", success: true);

        (await jobs.CancelAsync(Shop, "t1", Token)).ShouldNotBeNull().State.ShouldBe(TrainingJobState.Succeeded);
        (await jobs.CancelAsync(Shop, "t9", Token)).ShouldBeNull();
    }

    protected static CancellationToken Token => CancellationToken.None;

    protected static Task<TrainingJob> StartAsync(ITrainingJobs jobs, string tick) => jobs.StartAsync(new TrainingJobRequest(Shop, tick), Token);

    protected async Task RunAsync(ITrainingJobs jobs, string tick, bool success)
    {
        (await StartAsync(jobs, tick)).Tick.ShouldBe(tick);
        await WaitUntilRunningAsync(jobs, tick);
        await FinishAsync(tick, success);
        await EndOfAsync(jobs, tick);
    }

    /// <summary>Waits until the run of a tick has really begun, and is known to run at the clock's time.</summary>
    protected abstract Task WaitUntilRunningAsync(ITrainingJobs jobs, string tick);

    protected static async Task<TrainingJob> EndOfAsync(ITrainingJobs jobs, string tick)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var job = await jobs.FindLatestAsync(Shop, patience.Token);
            if (job is { FinishedAt: not null } && job.Tick == tick)
            {
                return job;
            }

            await Task.Delay(20, patience.Token);
        }
    }
}
