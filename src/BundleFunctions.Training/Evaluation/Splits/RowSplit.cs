namespace BundleFunctions.Training.Evaluation.Splits;

/// <summary>The rows of a log in three parts; every row is in one of them, ascending within it.</summary>
/// <param name="Train">To learn from.</param>
/// <param name="Validation">To choose options by.</param>
/// <param name="Test">To judge by, once.</param>
public sealed record RowSplit(int[] Train, int[] Validation, int[] Test)
{
    /// <summary>What a final model may learn from: everything but the test.</summary>
    public int[] TrainAndValidation
    {
        get
        {
            int[] rows = [.. Train, .. Validation];
            Array.Sort(rows);
            return rows;
        }
    }

    /// <param name="parts">The part of each row.</param>
    public static RowSplit Of(IReadOnlyList<SplitPart> parts)
    {
        int[] Rows(SplitPart part) => [.. Enumerable.Range(0, parts.Count).Where(row => parts[row] == part)];
        return new RowSplit(Rows(SplitPart.Train), Rows(SplitPart.Validation), Rows(SplitPart.Test));
    }
}
