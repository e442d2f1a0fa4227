namespace BundleFunctions.Ports;

/// <summary>One run of the training job.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Tick">The schedule's tick that asked for it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="FinishedAt">When it ended; null while it runs.</param>
/// <param name="Message">The last line of its log, or why it failed.</param>
public sealed record TrainingJob(
    ShopId Shop, string Tick, TrainingJobState State, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, string? Message)
{
    /// <summary>What it was asked to do.</summary>
    public TrainingPlan Plan { get; init; } = TrainingPlan.Classical;

    /// <summary>What it used; null while it runs.</summary>
    public TrainingCost? Cost { get; init; }

    /// <summary>Whether somebody asked for its end.</summary>
    public bool CancelRequested { get; init; }

    /// <summary>The last lines of its log; empty where the log lies elsewhere.</summary>
    public IReadOnlyList<string> Log { get; init; } = [];

    /// <summary>Where the whole log can be read; null where it lies nowhere else.</summary>
    public Uri? LogLink { get; init; }
}
