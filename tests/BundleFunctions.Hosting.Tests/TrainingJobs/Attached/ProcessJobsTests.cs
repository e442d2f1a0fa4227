using System.Diagnostics;
using System.Text;
using BundleFunctions.Hosting.TrainingJobs;
using BundleFunctions.Hosting.TrainingJobs.Attached;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace BundleFunctions.Hosting.Tests.TrainingJobs.Attached;

/// <summary>Real child processes: a shell stands in for the trainer.</summary>
public sealed class ProcessJobsTests : IAsyncLifetime
{
    private static readonly ShopId Shop = Identifier.Parse<ShopId>("demo");

    private readonly InMemoryBlobStore _blobs = new();
    private readonly ManualClock _clock = new();
    private readonly List<LeasedTrainingJobs> _hosts = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Task.WhenAll(_hosts.Select(host => host.StopAsync(CancellationToken.None)));

    [Fact]
    public async Task Start_ProcessSucceeds_IsRecordedWithItsLastLine()
    {
        var jobs = Host("echo first; echo trained {shop} for {tick} in $PLACE", place: "the folder");

        (await StartAsync(jobs, "t1")).State.ShouldBe(TrainingJobState.Running);
        var ended = await EndOfAsync(jobs, "t1");

        ended.State.ShouldBe(TrainingJobState.Succeeded);
        ended.Message.ShouldBe("trained demo for t1 in the folder");
        ended.FinishedAt.ShouldNotBeNull();
        (await TextAsync("demo/runs/t1.json")).ShouldContain("first");
    }

    [Fact]
    public async Task Start_ProcessFails_IsRecordedWithExitCodeAndLastLine()
    {
        var jobs = Host("echo 'the catalogue is empty' >&2; exit 3");
        await StartAsync(jobs, "t1");

        (await EndOfAsync(jobs, "t1")).ShouldSatisfyAllConditions(
            job => job.State.ShouldBe(TrainingJobState.Failed),
            job => job.Message.ShouldBe("Exit code 3: the catalogue is empty"));
    }

    [Fact]
    public async Task Start_ProgramMissing_ThrowsAndTheNextTickIsFree()
    {
        var missing = Host("", program: "/nowhere/bundles");

        var error = await Should.ThrowAsync<TrainingJobException>(() => StartAsync(missing, "t1"));
        error.Message.ShouldContain("/nowhere/bundles");
        (await missing.FindLatestAsync(Shop, CancellationToken.None))!.State.ShouldBe(TrainingJobState.Failed);
        (await StartAsync(Host("exit 0"), "t2")).Tick.ShouldBe("t2");
    }

    [Fact]
    public async Task Start_RunTakesTooLong_IsKilledAndFails()
    {
        var jobs = Host("sleep 600", timeOut: TimeSpan.FromMinutes(1));
        await StartAsync(jobs, "t1");
        _clock.Advance(TimeSpan.FromMinutes(2));

        // Only the watch may look here: to anybody else a leap of the clock is a host that went silent.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await _blobs.FindAsync(new BlobName(BlobLayout.Jobs, "demo/runs/t1.json"), patience.Token) is null)
        {
            await Task.Delay(20, patience.Token);
        }

        (await TextAsync("demo/runs/t1.json")).ShouldContain("took longer than 00:01:00");
    }

    [Fact]
    public async Task FindLatest_HostWasKilledAndItsRunIsGone_IsFailedAndTheShopIsFree()
    {
        // It waits for its input to end, so that its start can be read while it runs.
        using var process = Process.Start(new ProcessStartInfo("cat") { UseShellExecute = false, RedirectStandardInput = true })!;
        var identity = JobProcess.Of(process);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        await LeaveBehindAsync(identity);
        var jobs = Host("exit 0");

        (await jobs.FindLatestAsync(Shop, CancellationToken.None))!.State.ShouldBe(TrainingJobState.Running);
        _clock.Advance(TimeSpan.FromSeconds(2));
        var seen = (await jobs.FindLatestAsync(Shop, CancellationToken.None))!;

        seen.State.ShouldBe(TrainingJobState.Failed);
        seen.Message!.ShouldContain("half done");
        (await StartAsync(jobs, "t2")).Tick.ShouldBe("t2");
    }

    [Fact]
    public async Task FindLatest_RunOfAnotherMachine_IsFailedOnlyAfterThreeSilentHeartbeats()
    {
        await LeaveBehindAsync(new JobProcess("another machine", Environment.ProcessId, _clock.GetUtcNow()));
        var jobs = Host("exit 0");

        _clock.Advance(TimeSpan.FromSeconds(3));
        (await StartAsync(jobs, "t2")).Tick.ShouldBe("t0");
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await StartAsync(jobs, "t2")).Tick.ShouldBe("t2");
    }

    [Fact]
    public async Task FindLatest_ProcessIdUsedAgain_IsNotMistakenForTheRun()
    {
        await LeaveBehindAsync(new JobProcess(Environment.MachineName, Environment.ProcessId, _clock.GetUtcNow().AddYears(-9)));
        _clock.Advance(TimeSpan.FromSeconds(2));

        (await Host("exit 0").FindLatestAsync(Shop, CancellationToken.None))!.State.ShouldBe(TrainingJobState.Failed);
    }

    [Fact]
    public async Task Start_UnreadableRecord_DoesNotBlock()
    {
        var garbage = new MemoryStream(Encoding.UTF8.GetBytes("{ half"));
        await _blobs.PutAsync(new BlobName(BlobLayout.Jobs, "demo/running.json"), garbage, BlobCondition.None, CancellationToken.None);

        (await StartAsync(Host("exit 0"), "t1")).Tick.ShouldBe("t1");
    }

    private static Task<TrainingJob> StartAsync(LeasedTrainingJobs jobs, string tick) =>
        jobs.StartAsync(new TrainingJobRequest(Shop, tick), CancellationToken.None);

    private static async Task<TrainingJob> EndOfAsync(LeasedTrainingJobs jobs, string tick)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
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

    // Heartbeats follow the test's clock for the record, and the system's for waking up.
    private LeasedTrainingJobs Host(string script, string program = "sh", string? place = null, TimeSpan? timeOut = null)
    {
        var process = new ProcessJobOptions
        {
            Program = program,
            Arguments = ["-c", script],
            DeepArguments = [],
            Environment = new Dictionary<string, string?> { ["PLACE"] = place },
        };
        var options = new TrainingJobOptions
        {
            TimeOut = timeOut ?? TimeSpan.FromHours(1),
            Heartbeat = TimeSpan.FromSeconds(1),
            Grace = TimeSpan.FromSeconds(1),
        };
        var host = new LeasedTrainingJobs(_blobs, new ProcessJobWay(process, options, _clock), options, _clock, NullLogger<LeasedTrainingJobs>.Instance);
        _hosts.Add(host);
        return host;
    }

    private Task LeaveBehindAsync(JobProcess process)
    {
        var now = _clock.GetUtcNow();
        var record = new JobRecord("t0", TrainingJobState.Running, now, null, now, process, "half done", []);
        return new JobRecords(_blobs, new TrainingJobOptions()).SwapLatestAsync(Shop, record, expectedETag: null, CancellationToken.None);
    }

    private async Task<string> TextAsync(string path)
    {
        await using var blob = await _blobs.OpenAsync(new BlobName(BlobLayout.Jobs, path), CancellationToken.None);
        using var reader = new StreamReader(blob!.Content);
        return await reader.ReadToEndAsync();
    }
}
