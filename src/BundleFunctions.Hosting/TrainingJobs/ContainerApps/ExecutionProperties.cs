namespace BundleFunctions.Hosting.TrainingJobs.ContainerApps;

/// <summary>How an execution stands.</summary>
internal sealed record ExecutionProperties(string? Status, DateTimeOffset? StartTime, DateTimeOffset? EndTime, ExecutionTemplate? Template);
