using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Training.Evaluation.Splits;

/// <summary>Whole groups of rows go to one part: a user or a session that is tested was never learned from. Rows without a group are a
/// group each.</summary>
public static class GroupSplit
{
    public static RowSplit ByUser(InteractionLog log, SplitShares shares, ulong seed) => Of(Groups(log.Users, log.Count), shares, seed);

    public static RowSplit BySession(InteractionLog log, SplitShares shares, ulong seed) => Of(Groups(log.Sessions, log.Count), shares, seed);

    /// <summary>As many splits as folds; each row is tested in one of them and learned from in all others. Validation is empty.</summary>
    /// <param name="folds">2 or more.</param>
    public static IReadOnlyList<RowSplit> KFold(InteractionLog log, int folds, ulong seed, bool byUser = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        var (groupOf, places) = Shuffled(Groups(byUser ? log.Users : [], log.Count), seed);
        return [.. Enumerable.Range(0, folds).Select(fold =>
            RowSplit.Of([.. groupOf.Select(group => places[group] % folds == fold ? SplitPart.Test : SplitPart.Train)]))];
    }

    private static RowSplit Of(int[] groups, SplitShares shares, ulong seed)
    {
        var (groupOf, places) = Shuffled(groups, seed);
        var (validation, test) = shares.Bounds(places.Length);
        return RowSplit.Of([.. groupOf.Select(group =>
            places[group] >= test ? SplitPart.Test : places[group] >= validation ? SplitPart.Validation : SplitPart.Train)]);
    }

    // Groups numbered in order of their first row, and a random place for each.
    private static (int[] GroupOf, int[] Places) Shuffled(int[] groups, ulong seed)
    {
        var numbers = new Dictionary<int, int>();
        var groupOf = Array.ConvertAll(groups, group =>
        {
            numbers.TryAdd(group, numbers.Count);
            return numbers[group];
        });
        int[] places = [.. Enumerable.Range(0, numbers.Count)];
        SeededRandom.ForStream(seed, "split").Shuffle<int>(places);
        return (groupOf, places);
    }

    private static int[] Groups(IReadOnlyList<int> known, int rows)
    {
        var groups = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            groups[row] = known.Count > 0 && known[row] >= 0 ? known[row] : -1 - row;
        }

        return groups;
    }
}
