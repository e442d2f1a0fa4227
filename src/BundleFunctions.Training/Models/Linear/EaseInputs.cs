using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.Linear;

/// <summary>What EASE learns from, besides the rows themselves: the baskets of their histories, words that items share, and parts that they share.</summary>
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

        if (options.PartsWeight > 0 && data.Parts is not null)
        {
            blocks.Add(new WeightedRows(SharedParts(data.Parts.OfItems), (float)options.PartsWeight));
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

    // A row a part over the items that hold it: large items say less of each part, and a part that all hold says less of any.
    private static SparseMatrix SharedParts(SparseMatrix items)
    {
        var parts = items.Transpose();
        var values = new float[parts.NonZeros];
        for (var part = 0; part < parts.Rows; part++)
        {
            var holders = parts.ColumnsOf(part);
            for (var i = 0; i < holders.Length; i++)
            {
                values[parts.Offsets[part] + i] =
                    (float)(1 / (Math.Sqrt(items.ColumnsOf(holders[i]).Length) * Math.Sqrt(Math.Sqrt(holders.Length))));
            }
        }

        return new SparseMatrix(parts.Offsets.ToArray(), parts.AllColumns.ToArray(), values, parts.Columns);
    }
}
