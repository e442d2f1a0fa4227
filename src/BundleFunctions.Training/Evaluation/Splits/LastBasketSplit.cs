namespace BundleFunctions.Training.Evaluation.Splits;

/// <summary>Each user's last basket is tested and the one before it validates; what came before is learned from. A user of fewer than
/// three baskets gives up none to validation, a user of one is only learned from, as are rows without a user.</summary>
public static class LastBasketSplit
{
    public static RowSplit Of(InteractionLog log)
    {
        var parts = new SplitPart[log.Count];
        foreach (var rows in Enumerable.Range(0, log.Users.Count).Where(row => log.Users[row] >= 0).GroupBy(row => log.Users[row]).Select(rows => rows.ToArray()))
        {
            if (rows.Length >= 2)
            {
                parts[rows[^1]] = SplitPart.Test;
            }

            if (rows.Length >= 3)
            {
                parts[rows[^2]] = SplitPart.Validation;
            }
        }

        return RowSplit.Of(parts);
    }
}
