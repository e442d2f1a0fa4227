namespace BundleFunctions.Hosting.TrainingJobs.Attached;

/// <summary>How training runs as a child process. Not from settings: the command is the one that was built with this host.</summary>
internal sealed record ProcessJobOptions
{
    /// <summary>The program to start.</summary>
    public string Program { get; init; } = "dotnet";

    /// <summary>Its arguments; <c>{shop}</c> and <c>{tick}</c> are filled in.</summary>
    public IReadOnlyList<string> Arguments { get; init; } =
        [Path.Combine(AppContext.BaseDirectory, "bundles.dll"), "train", "--shop", "{shop}", "--stop-with-input"];

    /// <summary>What is added for a run with deep models.</summary>
    public IReadOnlyList<string> DeepArguments { get; init; } = ["--deep"];

    /// <summary>Environment variables handed over, such as those of the stores; null removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Settings of training handed over, as environment variables.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);
}
