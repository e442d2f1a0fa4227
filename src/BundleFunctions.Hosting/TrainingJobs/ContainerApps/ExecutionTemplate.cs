namespace BundleFunctions.Hosting.TrainingJobs.ContainerApps;

/// <summary>What an execution was started with.</summary>
internal sealed record ExecutionTemplate(IReadOnlyList<ExecutionContainer>? Containers);
