using BundleFunctions.Ports;

namespace BundleFunctions.Hosting.TrainingJobs;

/// <summary>How training jobs are started and kept, whatever runs them.</summary>
public sealed record TrainingJobOptions
{
    public const string SectionName = "Training";

    /// <summary>What runs a job: <c>process</c>, <c>container</c> or <c>container-apps</c>.</summary>
    public string Job { get; init; } = TrainingJobKinds.Process;

    /// <summary>A run that takes longer is ended and counts as failed, 1 second or more.</summary>
    public TimeSpan TimeOut { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How often a run of this host says that it lives, 10 ms or more. After three silent intervals another host may take over.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a run that was asked to stop may take to do so before it is killed.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Last lines of the run's output that are kept with its record, 1..1000.</summary>
    public int LogLines { get; init; } = 40;

    /// <summary>Price of an hour of the CPU profile; without it costs are counted in seconds alone.</summary>
    public decimal? CpuPricePerHour { get; init; }

    /// <summary>Price of an hour of the GPU profile.</summary>
    public decimal? GpuPricePerHour { get; init; }

    /// <summary>Currency of the prices.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        !TrainingJobKinds.All.Contains(Job, StringComparer.Ordinal) ? $"Training:Job is '{Job}'; expected one of {string.Join(", ", TrainingJobKinds.All)}."
        : TimeOut < TimeSpan.FromSeconds(1) ? $"Training:TimeOut is {TimeOut}; expected 1 second or more."
        : Heartbeat < TimeSpan.FromMilliseconds(10) ? $"Training:Heartbeat is {Heartbeat}; expected 10 ms or more."
        : Grace < TimeSpan.Zero ? $"Training:Grace is {Grace}; expected zero or more."
        : LogLines is < 1 or > 1000 ? $"Training:LogLines is {LogLines}; expected 1..1000."
        : CpuPricePerHour < 0 ? $"Training:CpuPricePerHour is {CpuPricePerHour}; expected 0 or more."
        : GpuPricePerHour < 0 ? $"Training:GpuPricePerHour is {GpuPricePerHour}; expected 0 or more."
        : null;

    /// <summary>What a run used, priced.</summary>
    internal TrainingCost Cost(double seconds, ComputeProfile profile) =>
        (profile == ComputeProfile.Gpu ? GpuPricePerHour : CpuPricePerHour) is { } price
            ? new TrainingCost(seconds, profile, price, Currency)
            : new TrainingCost(seconds, profile);
}
