namespace BundleFunctions.Training.Evaluation;

/// <summary>A model's answer cannot be ranked: a score is NaN or infinite, or the model knows other items than the task.</summary>
/// <param name="model">Kind of model.</param>
/// <param name="caseIndex">The case at which it was seen; -1 where no case is to blame.</param>
/// <param name="message">What was found and expected.</param>
public sealed class UnrankableException(string model, int caseIndex, string message) : Exception(message)
{
    public string Model { get; } = model;

    public int CaseIndex { get; } = caseIndex;
}
