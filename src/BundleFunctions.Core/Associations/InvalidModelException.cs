namespace BundleFunctions.Associations;

/// <summary>A model folder cannot be used: it is not whole, was changed after it was written, or is of another format.</summary>
public sealed class InvalidModelException(string message, Exception? inner = null) : Exception(message, inner);
