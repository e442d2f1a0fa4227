namespace BundleFunctions.Training.Evaluation.Splits;

/// <summary>Training rows and questions about validation rows: all that a search for options may see. Nothing leads from here to the test.</summary>
public sealed class ValidationTask
{
    internal ValidationTask(RankingTask task) => Task = task;

    public RankingTask Task { get; }
}
