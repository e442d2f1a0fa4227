using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.Linear;

/// <summary>What EASE learns from, besides the rows themselves: the baskets of their histories, and words that items share.</summary>
public static class EaseInputs
{
    /// <summary>The row blocks that the options ask for and the data has.</summary>
    public static IReadOnlyList<WeightedRows> Of(TrainingData data, EaseOptions options)
    {
        var blocks = new List<WeightedRows> { new(data.Rows, 1) };
        if (options.HistoryWeight > 0 && data.Histories.Count > 0)
        {
            blocks.Add(new WeightedRows(Baskets(data), (float)options.HistoryWeight));
        }

        if (options.ContentWeight > 0 && data.Content.Count > 0)
        {
            blocks.Add(new WeightedRows(SharedWords.Rows(data.Content), (float)options.ContentWeight));
        }

        return blocks;
    }

    private static SparseMatrix Baskets(TrainingData data)
    {
        int[][] baskets = [.. data.Histories.SelectMany(history => history).Where(basket => basket.Length > 1)];
        var offsets = new int[baskets.Length + 1];
        for (var i = 0; i < baskets.Length; i++)
        {
            offsets[i + 1] = offsets[i] + baskets[i].Length;
        }

        int[] columns = [.. baskets.SelectMany(basket => basket)];
        var ones = new float[columns.Length];
        Array.Fill(ones, 1);
        return new SparseMatrix(offsets, columns, ones, data.Items);
    }
}
