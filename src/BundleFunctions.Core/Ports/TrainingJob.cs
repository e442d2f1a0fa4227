namespace BundleFunctions.Ports;

/// <summary>One run of the training job.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Tick">The schedule's tick that asked for it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="FinishedAt">When it ended; null while it runs.</param>
/// <param name="Message">The last line of its log, or why it failed.</param>
public sealed record TrainingJob(
    ShopId Shop, string Tick, TrainingJobState State, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, string? Message);
