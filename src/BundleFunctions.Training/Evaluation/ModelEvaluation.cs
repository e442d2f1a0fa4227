namespace BundleFunctions.Training.Evaluation;

/// <summary>What a model reached on a task.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Figures">By metric, in the order of the metrics.</param>
/// <param name="Segments">Figures of the mean-per-case kind within each segment, segments in ordinal order.</param>
/// <param name="Values">Value of each case by metric, in order of the cases: what paired comparisons need.</param>
/// <param name="Exposure">Times that each item which may be recommended was.</param>
public sealed record ModelEvaluation(
    string Model,
    IReadOnlyList<KeyValuePair<string, Estimate>> Figures,
    IReadOnlyList<KeyValuePair<string, IReadOnlyList<KeyValuePair<string, Estimate>>>> Segments,
    IReadOnlyDictionary<string, double?[]> Values,
    long[] Exposure)
{
    /// <summary>The figure of a metric; null where it was not measured.</summary>
    public Estimate? Figure(string metric) => Figures.FirstOrDefault(figure => string.Equals(figure.Key, metric, StringComparison.Ordinal)).Value;
}
