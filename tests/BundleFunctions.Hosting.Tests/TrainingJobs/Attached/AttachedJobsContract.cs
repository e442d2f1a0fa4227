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

    internal TrainingJobOptions Options { get; } = new()
    {
        TimeOut = TimeOut,
        Heartbeat = TimeSpan.FromMilliseconds(50),
        Grace = TimeSpan.FromSeconds(1),
        GpuPricePerHour = GpuPrice,
    };

    internal abstract IJobWay Way { get; }

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
