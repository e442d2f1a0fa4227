using BundleFunctions.Numerics.Statistics;

namespace BundleFunctions.Training.Evaluation.Gate;

/// <summary>How far today's data are from what a model learned from.</summary>
public static class InputDrift
{
    // Items one by one are too sparse to compare; twenty groups of equal weight are not.
    private const int Groups = 20;

    /// <summary>The greater of two population stability indices: of row lengths, and of which items rows hold. Items are grouped by how
    /// often the first data hold them, into groups of about equal weight; items that the first data lack are a group of their own.</summary>
    /// <param name="learned">What was learned from.</param>
    /// <param name="now">Rows of now, over the same items.</param>
    public static double Of(Models.TrainingData learned, Models.TrainingData now)
    {
        if (learned.Items != now.Items)
        {
            throw new ArgumentException($"{now.Items} items are compared with {learned.Items}; expected the same.", nameof(now));
        }

        var (before, after) = (ItemPopularity.Count(learned.Rows), ItemPopularity.Count(now.Rows));
        var (expected, actual) = (new long[Groups + 1], new long[Groups + 1]);
        var (sum, all) = (0L, before.Sum(count => (long)count));
        foreach (var item in ItemPopularity.Order(before))
        {
            var group = before[item] == 0 ? Groups : (int)Math.Min(Groups - 1, sum * Groups / all);
            sum += before[item];
            expected[group] += before[item];
            actual[group] += after[item];
        }

        return Math.Max(PopulationStability.OfCounts(expected, actual), PopulationStability.OfValues(Lengths(learned), Lengths(now)));
    }

    private static double[] Lengths(Models.TrainingData data) =>
        [.. Enumerable.Range(0, data.Rows.Rows).Select(row => (double)data.Rows.ColumnsOf(row).Length)];
}
