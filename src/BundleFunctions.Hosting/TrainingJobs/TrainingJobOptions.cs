namespace BundleFunctions.Hosting.TrainingJobs;

/// <summary>How training runs as a child process.</summary>
public sealed record TrainingJobOptions
{
    /// <summary>The program to start.</summary>
    public string Program { get; init; } = "dotnet";

    /// <summary>Its arguments; <c>{shop}</c> and <c>{tick}</c> are filled in.</summary>
    public IReadOnlyList<string> Arguments { get; init; } =
        [Path.Combine(AppContext.BaseDirectory, "bundles.dll"), "train", "--shop", "{shop}", "--stop-with-input"];

    /// <summary>Environment variables handed over, such as those of the stores; null removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>A run that takes longer is ended and counts as failed.</summary>
    public TimeSpan TimeOut { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How often a running job says that it lives. After three silent intervals another host may take over.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a run that was asked to stop may take to do so before it is killed.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Last lines of the run's output that are kept with its record, 1..1000.</summary>
    public int LogLines { get; init; } = 40;
}
