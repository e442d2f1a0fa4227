namespace BundleFunctions.LocalHost.Discovery;

/// <summary>What reading one function's attributes gave: the function, or why it cannot be hosted.</summary>
/// <param name="Function">The function; null where there are complaints.</param>
/// <param name="Complaints">What was found and what was expected.</param>
public sealed record TriggerReading(FunctionDefinition? Function, IReadOnlyList<string> Complaints);
