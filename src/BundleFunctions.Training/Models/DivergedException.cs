namespace BundleFunctions.Training.Models;

/// <summary>A training came to numbers that are not finite. Nothing of it may be used; other models are not touched.</summary>
public sealed class DivergedException(string message) : Exception(message);
