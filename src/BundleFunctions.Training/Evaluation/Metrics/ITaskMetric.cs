namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>A figure of all answers together, which is not a mean over cases.</summary>
public interface ITaskMetric
{
    /// <summary>Name with its cut, such as <c>coverage@10</c>.</summary>
    string Name { get; }

    /// <summary>False where less is better.</summary>
    bool HigherIsBetter => true;

    double Of(IReadOnlyList<RankedCase> answers);
}
