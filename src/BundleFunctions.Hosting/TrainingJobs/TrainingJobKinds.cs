namespace BundleFunctions.Hosting.TrainingJobs;

/// <summary>Values of the setting <c>Training:Job</c>.</summary>
public static class TrainingJobKinds
{
    /// <summary>A child process of the host.</summary>
    public const string Process = "process";

    /// <summary>A container of this machine, by the command line of Docker or Podman.</summary>
    public const string Container = "container";

    /// <summary>An Azure Container Apps job.</summary>
    public const string ContainerApps = "container-apps";

    public static IReadOnlyList<string> All { get; } = [Process, Container, ContainerApps];
}
