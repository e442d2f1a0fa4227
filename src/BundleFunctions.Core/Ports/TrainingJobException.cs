namespace BundleFunctions.Ports;

/// <summary>A training run could not be started.</summary>
public sealed class TrainingJobException(string message, Exception? inner = null) : Exception(message, inner);
