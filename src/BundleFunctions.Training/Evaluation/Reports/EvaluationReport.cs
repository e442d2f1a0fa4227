using BundleFunctions.Numerics.Statistics;

namespace BundleFunctions.Training.Evaluation.Reports;

/// <summary>What several models reached on one task, side by side.</summary>
/// <param name="Task">Name of the task.</param>
/// <param name="TrainRows">Rows that they learned from.</param>
/// <param name="Items">Items that they ranked.</param>
/// <param name="Cases">Cases that they were asked.</param>
/// <param name="PrimaryMetric">What they are ordered by.</param>
/// <param name="Models">The best first; equals in ordinal order of their names.</param>
/// <param name="Comparisons">Each model but the best against the best, in the same order.</param>
/// <param name="Failures">Models that could not be judged, and why, in ordinal order of their names.</param>
public sealed record EvaluationReport(
    string Task,
    int TrainRows,
    int Items,
    int Cases,
    string PrimaryMetric,
    IReadOnlyList<ModelEvaluation> Models,
    IReadOnlyList<KeyValuePair<string, PairedComparison>> Comparisons,
    IReadOnlyList<KeyValuePair<string, string>> Failures)
{
    /// <param name="models">Evaluations on the task, in any order.</param>
    /// <param name="failures">By model.</param>
    public static EvaluationReport Of(
        RankingTask task,
        string primaryMetric,
        IEnumerable<ModelEvaluation> models,
        IEnumerable<KeyValuePair<string, string>> failures,
        EvaluationOptions options)
    {
        ModelEvaluation[] ordered = [.. models.OrderByDescending(model => model.Figure(primaryMetric)?.Mean ?? double.NegativeInfinity)
            .ThenBy(model => model.Model, StringComparer.Ordinal)];
        KeyValuePair<string, PairedComparison>[] comparisons = [.. ordered.Skip(1).Select(model =>
            new KeyValuePair<string, PairedComparison>(model.Model, Compare(model, ordered[0], primaryMetric, options)))];
        return new EvaluationReport(
            task.Name, task.Train.Rows.Rows, task.Items, task.Cases.Count, primaryMetric, ordered, comparisons,
            [.. failures.OrderBy(failure => failure.Key, StringComparer.Ordinal)]);
    }

    // Over the cases where both are defined.
    private static PairedComparison Compare(ModelEvaluation model, ModelEvaluation best, string metric, EvaluationOptions options)
    {
        var pairs = model.Values[metric].Zip(best.Values[metric]).Where(pair => pair is { First: not null, Second: not null }).ToArray();
        return PairedComparison.Of(
            [.. pairs.Select(pair => pair.First!.Value)], [.. pairs.Select(pair => pair.Second!.Value)], options.Resamples, EvaluationOptions.Level, options.Seed);
    }
}
