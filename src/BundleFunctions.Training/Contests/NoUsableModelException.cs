namespace BundleFunctions.Training.Contests;

/// <summary>No contestant came to anything that may be served. What served before goes on serving.</summary>
public sealed class NoUsableModelException(string message) : Exception(message);
