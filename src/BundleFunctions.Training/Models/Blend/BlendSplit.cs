using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Evaluation;

namespace BundleFunctions.Training.Models.Blend;

/// <summary>Keeps some rows back to learn a blend's weights on.</summary>
internal static class BlendSplit
{
    /// <summary>Users with histories are asked for their last basket, single baskets for one of their items.</summary>
    public static RankingTask Of(TrainingData data, BlendOptions options, ulong seed)
    {
        var rows = Enumerable.Range(0, data.Rows.Rows).ToArray();
        if (data.Moments.Count == 0)
        {
            SeededRandom.ForStream(seed, "blend.rows").Shuffle<int>(rows);
        }

        var kept = rows.Length - (int)(rows.Length * options.ValidationShare);
        int[] held = [.. rows[kept..].Order()];
        var cases = held.Select(row => data.Histories.Count > 0 ? LastBasket(data.Histories[row]) : OneItem(data, row, seed)).OfType<RankingCase>();
        return new RankingTask("blend", data.TakeRows([.. rows[..kept].Order()]), [.. cases]) { RepeatsCount = data.Histories.Count > 0 };
    }

    private static RankingCase? LastBasket(int[][] baskets) => baskets.Length < 2 || baskets[^1].Length == 0 ? null : new RankingCase(
        new Query([.. baskets[..^1].SelectMany(basket => basket).Distinct().Order()]) { History = baskets[..^1] }, baskets[^1]);

    private static RankingCase? OneItem(TrainingData data, int row, ulong seed)
    {
        var items = data.Rows.ColumnsOf(row).ToArray();
        if (items.Length < 2)
        {
            return null;
        }

        var hidden = SeededRandom.ForStream(seed, "blend.hidden", (ulong)row).NextInt32(items.Length);
        return new RankingCase(new Query([.. items[..hidden], .. items[(hidden + 1)..]]), [items[hidden]]);
    }
}
