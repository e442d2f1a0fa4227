namespace BundleFunctions.Training.Models;

/// <summary>A kind of model could not be trained on data that are well: what it needs is missing, or it failed. Other models are not touched.</summary>
public class UntrainedException(string message, Exception? inner = null) : Exception(message, inner);
