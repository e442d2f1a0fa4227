namespace BundleFunctions.Training.Evaluation.Splits;

/// <summary>What a row is used for.</summary>
public enum SplitPart
{
    Train,
    Validation,
    Test,
}
