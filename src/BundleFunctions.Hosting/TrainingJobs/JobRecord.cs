using BundleFunctions.Ports;

namespace BundleFunctions.Hosting.TrainingJobs;

/// <summary>A run of the training job as it lies in the blob store: <c>jobs/{shop}/running.json</c> is the newest run and the lease
/// on the shop in one, <c>jobs/{shop}/runs/{tick}.json</c> what became of each.</summary>
/// <param name="Tick">The tick that asked for it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StartedAt">When it was claimed.</param>
/// <param name="FinishedAt">When it ended; null while it runs.</param>
/// <param name="HeartbeatAt">When it was last known to run.</param>
/// <param name="Process">The process; null until it has started.</param>
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
    public TrainingJob ToJob(ShopId shop) => new(shop, Tick, State, StartedAt, FinishedAt, Message);

    public JobRecord Ended(TrainingJobState state, DateTimeOffset at, string message) =>
        this with { State = state, FinishedAt = at, HeartbeatAt = at, Message = message };
}
