using System.Globalization;
using BundleFunctions.Numerics.Statistics;

namespace BundleFunctions.Training.Evaluation.Gate;

/// <summary>Reasons in words, the same in every culture.</summary>
internal static class GateWords
{
    public static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);

    public static string Compared(GateOptions options, GateInput champion, GateInput challenger, PairedComparison comparison) => Say(
        $"{options.PrimaryMetric} of {challenger.Model} is {Signed(comparison.Difference)} against {champion.Model} (interval {Signed(comparison.Interval.Low)} to {Signed(comparison.Interval.High)} at {options.Level:P1}, p = {comparison.PermutationPValue:F4}, {comparison.Cases} cases).");

    public static string Drifted(double drift, double threshold, string outcome) =>
        Say($"The input has drifted: population stability index {drift:F3}, at or above {threshold:F2}, {outcome}.");

    private static string Signed(double value) => value.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture);
}
