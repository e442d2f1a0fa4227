namespace BundleFunctions.Hosting.TrainingJobs.ContainerApps;

/// <summary>A container of an execution.</summary>
internal sealed record ExecutionContainer(IReadOnlyList<ExecutionVariable>? Env);
