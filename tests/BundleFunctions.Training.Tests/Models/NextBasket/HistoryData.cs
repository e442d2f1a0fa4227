using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Tests.Models.NextBasket;

/// <summary>Training data whose rows are users with several baskets.</summary>
internal static class HistoryData
{
    public static TrainingData Of(IReadOnlyList<int[][]> histories, int items) =>
        Checkerboard.Of([.. histories.Select(Union)], items) with { Histories = histories };

    /// <summary>Every item of some basket, ascending.</summary>
    public static int[] Union(int[][] baskets) => [.. baskets.SelectMany(basket => basket).Distinct().Order()];
}
