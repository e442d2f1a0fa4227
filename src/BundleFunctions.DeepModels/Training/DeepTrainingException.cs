namespace BundleFunctions.DeepModels.Training;

/// <summary>The trainer could not train a model, or what it wrote was refused. Other models are not touched.</summary>
public sealed class DeepTrainingException(string message, Exception? inner = null) : BundleFunctions.Training.Models.UntrainedException(message, inner)
{
    /// <summary>Whether the same training would end the same way.</summary>
    public bool IsFinal { get; init; }
}
