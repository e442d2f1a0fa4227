namespace BundleFunctions.Hosting.TrainingJobs.ContainerApps;

/// <summary>A page of executions.</summary>
internal sealed record ExecutionPage(IReadOnlyList<JobExecution>? Value, string? NextLink);
