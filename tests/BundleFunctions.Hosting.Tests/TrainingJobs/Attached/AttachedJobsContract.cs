using BundleFunctions.Hosting.TrainingJobs;
using BundleFunctions.Ports;
using BundleFunctions.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace BundleFunctions.Hosting.Tests.TrainingJobs.Attached;

/// <summary>The contract for runs that are programs of this machine: a shell script stands in for the trainer, writes <c>{tick}.on</c>
/// into a folder when it begins, and ends when it finds <c>{tick}.end</c> there, with that file's exit code, or when its input ends.</summary>
public abstract class AttachedJobsContract : TrainingJobsContract
{
    private readonly List<LeasedTrainingJobs> _hosts = [];

    /// <summary>Waits for its end as said above; the run's tick is its first argument.</summary>
    protected const string Trainer = """
        echo "on" >> "$PLACE/$1.on"
        (read line; touch "$PLACE/$1.gone") <&3 >/dev/null 2>&1 &
        while [ ! -e "$PLACE/$1.end" ] && [ ! -e "$PLACE/$1.gone" ]; do sleep 0.02; done
        if [ -e "$PLACE/$1.gone" ]; then echo "input closed"; exit 7; fi
        echo "ended as told"
        exit "$(cat "$PLACE/$1.end")"
        """;

    protected string Place { get; } = Directory.CreateTempSubdirectory("bundles-jobs-").FullName;

    internal TrainingJobOptions Options { get; set; } = new()
    {
        TimeOut = TimeOut,
        Heartbeat = TimeSpan.FromMilliseconds(50),
        Grace = TimeSpan.FromSeconds(1),
        GpuPricePerHour = GpuPrice,
    };

    internal abstract IJobWay Way { get; }

    [Fact]
    public async Task Start_RunTakesTooLong_IsEndedByItsWatchAndFails()
    {
        var jobs = OpenHost();
        await StartAsync(jobs, "t1");
        await WaitUntilRunningAsync(jobs, "t1");
        Clock.Advance(TimeOut + TimeSpan.FromMinutes(1));

        // Only the watch may look here: to anybody else a leap of the clock is a host that went silent.
        var ended = await EndedAsync("t1");

        ended.State.ShouldBe(TrainingJobState.Failed);
        ended.Message!.ShouldContain("took longer than 01:00:00");
        ended.Log.ShouldContain("input closed");
        ended.Cost!.Seconds.ShouldBe(61 * 60);
    }

    [Fact]
    public async Task Stop_OfTheHost_EndsTheRunAndSaysSo()
    {
        var jobs = OpenLeased();
        await StartAsync(jobs, "t1");
        await WaitUntilRunningAsync(jobs, "t1");

        await jobs.StopAsync(Token);

        (await jobs.FindLatestAsync(Shop, Token))!.Message.ShouldBe("The host stopped; the run was ended with it.");
        await Should.ThrowAsync<TrainingJobException>(() => StartAsync(jobs, "t2"));
    }

    [Fact]
    public async Task Start_HostDiedBetweenClaimAndStart_IsFreeAfterThreeSilentHeartbeats()
    {
        var claim = JobRecord.Claim(new TrainingJobRequest(Shop, "t1"), Clock.GetUtcNow());
        await new JobRecords(Blobs, Options).SwapLatestAsync(Shop, claim, expectedETag: null, Token);

        (await StartAsync(OpenHost(), "t2")).Tick.ShouldBe("t1");
        Clock.Advance(Options.Heartbeat * 4);

        var jobs = OpenHost();
        (await StartAsync(jobs, "t2")).Tick.ShouldBe("t2");
        (await jobs.ListAsync(Shop, 10, Token)).Single(job => job.Tick == "t1").Cost!.Seconds.ShouldBe(0);
    }

    public override async Task DisposeAsync()
    {
        await Task.WhenAll(_hosts.Select(host => host.StopAsync(CancellationToken.None)));
        Directory.Delete(Place, recursive: true);
    }

    protected override ITrainingJobs OpenHost() => OpenLeased();

    internal LeasedTrainingJobs OpenLeased()
    {
        var host = new LeasedTrainingJobs(Blobs, Way, Options, Clock, NullLogger<LeasedTrainingJobs>.Instance);
        _hosts.Add(host);
        return host;
    }

    protected override Task FinishAsync(string tick, bool success)
    {
        // Moved, so that the script never reads half a file.
        File.WriteAllText(Path.Combine(Place, $"{tick}.tmp"), success ? "0" : "3");
        File.Move(Path.Combine(Place, $"{tick}.tmp"), Path.Combine(Place, $"{tick}.end"));
        return Task.CompletedTask;
    }

    private async Task<JobRecord> EndedAsync(string tick)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (await new JobRecords(Blobs, Options).FindEndedAsync(Shop, tick, patience.Token) is { } ended)
            {
                return ended;
            }

            await Task.Delay(20, patience.Token);
        }
    }

    protected override Task<int> CountStartsAsync() =>
        Task.FromResult(Directory.GetFiles(Place, "*.on").Sum(file => File.ReadAllLines(file).Length));

    protected override async Task WaitUntilRunningAsync(ITrainingJobs jobs, string tick)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var records = new JobRecords(Blobs, Options);
        while (!File.Exists(Path.Combine(Place, $"{tick}.on"))
            || (await records.FindLatestAsync(Shop, patience.Token)).Record?.HeartbeatAt != Clock.GetUtcNow())
        {
            await Task.Delay(10, patience.Token);
        }
    }
}
