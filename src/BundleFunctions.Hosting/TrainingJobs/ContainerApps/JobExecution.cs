namespace BundleFunctions.Hosting.TrainingJobs.ContainerApps;

/// <summary>A run of a Container Apps job, as the service describes it; only what is read here.</summary>
internal sealed record JobExecution(string? Name, ExecutionProperties? Properties)
{
    /// <summary>The environment variable that says which run of ours an execution is.</summary>
    public const string RunVariable = "BUNDLES_RUN";

    /// <summary>What stands in <see cref="RunVariable"/>.</summary>
    public static string RunOf(ShopId shop, string tick) => $"{shop}/{tick}";

    /// <summary>Whether it still takes a machine. A state that is not known takes one for as long as it has no end.</summary>
    public bool IsRunning => Properties?.Status switch
    {
        "Running" or "Processing" => true,
        "Succeeded" or "Failed" or "Stopped" => false,
        _ => Properties?.EndTime is null,
    };

    public bool IsRun(string run) => Properties?.Template?.Containers?.Any(container => container.Env?.Any(
        variable => variable.Name is RunVariable && string.Equals(variable.Value, run, StringComparison.Ordinal)) == true) == true;
}
