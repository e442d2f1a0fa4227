namespace BundleFunctions.Training.Evaluation.Gate;

/// <summary>What the gate is told of one model.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Primary">The primary metric of every case, in the order of the cases; NaN where the model gave none.</param>
/// <param name="Coverage">Share of the items that it recommends to anybody.</param>
/// <param name="ExposureGini">Gini index of how often items are recommended.</param>
/// <param name="OutOfStock">Share of the recommended items that cannot be sold; null where stock is not known.</param>
/// <param name="Margin">Mean margin of the recommended items; null where it is not known.</param>
/// <param name="Complexity">Orders models by simplicity, the simpler lower, where there is too little to choose by.</param>
public sealed record GateInput(
    string Model, IReadOnlyList<double> Primary, double Coverage, double ExposureGini, double? OutOfStock, double? Margin, int Complexity = 0)
{
    /// <summary>What an evaluation says that the gate wants to know.</summary>
    /// <param name="cut">Cut of the guardrails' figures.</param>
    /// <exception cref="ArgumentException">The evaluation lacks the primary metric, coverage or Gini index.</exception>
    public static GateInput Of(ModelEvaluation evaluation, string primaryMetric, int cut, int complexity = 0)
    {
        if (!evaluation.Values.TryGetValue(primaryMetric, out var values))
        {
            throw new ArgumentException($"{evaluation.Model} was not measured by {primaryMetric}.", nameof(primaryMetric));
        }

        double Need(string name) =>
            evaluation.Figure(name)?.Mean ?? throw new ArgumentException($"{evaluation.Model} was not measured by {name}.", nameof(evaluation));

        return new GateInput(
            evaluation.Model,
            [.. values.Select(value => value ?? double.NaN)],
            Need($"coverage@{cut}"),
            Need($"gini@{cut}"),
            evaluation.Figure($"outOfStock@{cut}")?.Mean,
            evaluation.Figure($"margin@{cut}")?.Mean,
            complexity);
    }
}
