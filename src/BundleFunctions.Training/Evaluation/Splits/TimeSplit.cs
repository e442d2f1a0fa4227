namespace BundleFunctions.Training.Evaluation.Splits;

/// <summary>The oldest rows to learn from, newer ones to validate, the newest to test: the future is never used to predict the past.</summary>
public static class TimeSplit
{
    /// <summary>Splits by position, which is time. Rows of one moment stay together, in the older part.</summary>
    public static RowSplit Of(InteractionLog log, SplitShares shares)
    {
        var (validation, test) = shares.Bounds(log.Count);
        test = NextMoment(log, test);
        validation = Math.Min(NextMoment(log, validation), test);
        return new RowSplit(
            [.. Enumerable.Range(0, validation)], [.. Enumerable.Range(validation, test - validation)], [.. Enumerable.Range(test, log.Count - test)]);
    }

    /// <summary>Splits at moments.</summary>
    /// <param name="validationFrom">First second of validation, since 1970.</param>
    /// <param name="testFrom">First second of the test; not before <paramref name="validationFrom"/>.</param>
    public static RowSplit At(InteractionLog log, long validationFrom, long testFrom) =>
        RowSplit.Of([.. log.Moments.Select(moment => moment >= testFrom ? SplitPart.Test : moment >= validationFrom ? SplitPart.Validation : SplitPart.Train)]);

    private static int NextMoment(InteractionLog log, int row)
    {
        while (row > 0 && row < log.Moments.Count && log.Moments[row] == log.Moments[row - 1])
        {
            row++;
        }

        return row;
    }
}
