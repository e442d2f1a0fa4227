namespace BundleFunctions.Training.Models.NextBasket;

/// <summary>Where the baskets of a user stand: in its history, or else what is known of it is one basket.</summary>
internal static class Histories
{
    public static int[][] Of(TrainingData data, int row) =>
        data.Histories.Count > 0 ? data.Histories[row] : Single(data.Rows.ColumnsOf(row).ToArray());

    public static int[][] Of(Query query) => query.History.Length > 0 ? query.History : Single(query.Items);

    private static int[][] Single(int[] basket) => basket.Length == 0 ? [] : [basket];
}
