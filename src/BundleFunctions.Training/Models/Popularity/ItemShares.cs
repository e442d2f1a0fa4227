namespace BundleFunctions.Training.Models.Popularity;

/// <summary>The share of the rows that hold each item.</summary>
internal static class ItemShares
{
    /// <param name="data">The rows.</param>
    /// <param name="weights">What each row weighs; empty where each weighs 1.</param>
    /// <returns>A share an item, 0..1.</returns>
    public static float[] Of(TrainingData data, double[] weights)
    {
        var held = new double[data.Items];
        var total = 0.0;
        for (var row = 0; row < data.Rows.Rows; row++)
        {
            var weight = weights.Length == 0 ? 1 : weights[row];
            total += weight;
            foreach (var item in data.Rows.ColumnsOf(row))
            {
                held[item] += weight;
            }
        }

        return [.. held.Select(sum => total == 0 ? 0 : (float)(sum / total))];
    }
}
