namespace BundleFunctions.Hosting.TrainingJobs.ContainerApps;

/// <summary>An environment variable of an execution; a secret has a reference instead of a value.</summary>
internal sealed record ExecutionVariable(string? Name, string? Value);
