using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Evaluation.Splits;

/// <summary>Picks rows of a log as training data.</summary>
internal static class SplitRows
{
    /// <summary>A training row for each row of the log.</summary>
    public static TrainingData Everything(InteractionLog log) =>
        new(log.Rows) { Moments = log.Moments, Users = log.Users, Content = log.Content };

    /// <summary>A training row for each row picked.</summary>
    public static TrainingData AsBaskets(InteractionLog log, int[] rows) => Everything(log).TakeRows(rows);

    /// <summary>A training row for each user of the rows picked, in order of their first one, with the user's baskets; an item's value is the
    /// sum over the baskets.</summary>
    public static (TrainingData Data, Dictionary<int, int> RowOfUser) AsUsers(InteractionLog log, int[] rows)
    {
        var rowOfUser = new Dictionary<int, int>();
        var baskets = new List<List<int>>();
        foreach (var row in rows)
        {
            if (log.Users[row] >= 0)
            {
                if (rowOfUser.TryAdd(log.Users[row], baskets.Count))
                {
                    baskets.Add([]);
                }

                baskets[rowOfUser[log.Users[row]]].Add(row);
            }
        }

        var offsets = new int[baskets.Count + 1];
        var columns = new List<int>();
        var values = new List<float>();
        for (var user = 0; user < baskets.Count; user++)
        {
            foreach (var (item, strength) in Sum(log.Rows, baskets[user]))
            {
                columns.Add(item);
                values.Add(strength);
            }

            offsets[user + 1] = columns.Count;
        }

        var data = new TrainingData(new SparseMatrix(offsets, [.. columns], [.. values], log.Rows.Columns))
        {
            Histories = [.. baskets.Select(own => own.Select(row => log.Rows.ColumnsOf(row).ToArray()).ToArray())],
            Content = log.Content,
        };
        return (data, rowOfUser);
    }

    private static SortedDictionary<int, float> Sum(SparseMatrix rows, List<int> baskets)
    {
        var sum = new SortedDictionary<int, float>();
        foreach (var row in baskets)
        {
            for (var i = 0; i < rows.ColumnsOf(row).Length; i++)
            {
                var item = rows.ColumnsOf(row)[i];
                sum[item] = sum.GetValueOrDefault(item) + rows.ValuesOf(row)[i];
            }
        }

        return sum;
    }
}
