using BundleFunctions.Numerics.Statistics;

namespace BundleFunctions.Training.Models.CoOccurrence;

/// <summary>The measures' formulas.</summary>
public static class Association
{
    /// <summary>The measure's value; negative where it says that two items avoid each other. Counts may be weighted.</summary>
    /// <param name="measure">Which.</param>
    /// <param name="together">n_ab, above 0.</param>
    /// <param name="first">n_a, at least <paramref name="together"/>.</param>
    /// <param name="second">n_b, at least <paramref name="together"/>.</param>
    /// <param name="total">n.</param>
    public static double Of(AssociationMeasure measure, double together, double first, double second, double total) => measure switch
    {
        AssociationMeasure.Confidence => together / first,
        AssociationMeasure.Cosine => together / Math.Sqrt(first * second),
        AssociationMeasure.Lift => together / first * (total / second),
        AssociationMeasure.Jaccard => together / (first + second - together),
        AssociationMeasure.LogLikelihoodRatio => LogLikelihoodRatio.Signed(together, first, second, total),

        // In every row together: the limit, since both logarithms are 0.
        AssociationMeasure.Npmi => together >= total ? 1 : Math.Log(together / first * (total / second)) / -Math.Log(together / total),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "There is no such measure."),
    };
}
