using BundleFunctions.Hosting.TrainingJobs.Attached;
using BundleFunctions.Ports;

namespace BundleFunctions.Hosting.TrainingJobs;

/// <summary>A run of the training job as it lies in the blob store: <c>jobs/{shop}/running.json</c> is the newest run and the lease
/// on the shop in one, <c>jobs/{shop}/runs/{tick}.json</c> what became of each.</summary>
/// <param name="Tick">The tick that asked for it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StartedAt">When it was claimed.</param>
/// <param name="FinishedAt">When it ended; null while it runs.</param>
/// <param name="HeartbeatAt">When it was last known to run.</param>
/// <param name="Process">The process; null until it has started, and where there is none.</param>
/// <param name="Message">The last line of its log, or why it failed.</param>
/// <param name="Log">The last lines of its log.</param>
internal sealed record JobRecord(
    string Tick,
    TrainingJobState State,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    DateTimeOffset HeartbeatAt,
    JobProcess? Process,
    string? Message,
    IReadOnlyList<string> Log)
{
    /// <summary>What it was asked to do; null in records of earlier versions.</summary>
    public TrainingPlan? Plan { get; init; }

    /// <summary>The cloud's name of the run; null where it has none, or is not known yet.</summary>
    public string? Execution { get; init; }

    /// <summary>How often its start was asked for, where an answer was lost; 0 where that is not known.</summary>
    public int Starts { get; init; }

    /// <summary>When the machine's time began to count; null until it has.</summary>
    public DateTimeOffset? RanFrom { get; init; }

    /// <summary>Whether somebody asked for its end.</summary>
    public bool CancelRequested { get; init; }

    /// <summary>What it used; null while it runs.</summary>
    public TrainingCost? Cost { get; init; }

    /// <summary>Where the whole log can be read.</summary>
    public Uri? LogLink { get; init; }

    public static JobRecord Claim(TrainingJobRequest request, DateTimeOffset now) =>
        new(request.Tick, TrainingJobState.Running, now, null, now, null, "starting", []) { Plan = request.Plan };

    public TrainingJob ToJob(ShopId shop) => new(shop, Tick, State, StartedAt, FinishedAt, Message)
    {
        Plan = Plan ?? TrainingPlan.Classical,
        Cost = Cost,
        CancelRequested = CancelRequested,
        Log = Log,
        LogLink = LogLink,
    };

    public JobRecord Ended(TrainingJobState state, DateTimeOffset at, string message) =>
        this with { State = state, FinishedAt = at, HeartbeatAt = at, Message = message };

    /// <summary>Whether another record is of the same claim: a tick is claimed once, and no two claims begin at one instant.</summary>
    public bool IsOfSameClaim(JobRecord other) => string.Equals(Tick, other.Tick, StringComparison.Ordinal) && StartedAt == other.StartedAt;
}
