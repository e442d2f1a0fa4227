using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Evaluation.Splits;

/// <summary>Naming what a user buys next. Repeats count.</summary>
public static class NextBasketTask
{
    /// <summary>A case for each asked row whose user has rows before it: the query is all of them, the right answer the asked row.</summary>
    /// <param name="learned">Rows to learn from; a training row is a user, and the query names it where the user is one of them.</param>
    /// <param name="asked">Rows to ask about. Where several are one user's, the last of them is asked and the others are told.</param>
    /// <param name="maxCases">Most cases; more are thinned out evenly.</param>
    public static RankingTask Of(string name, InteractionLog log, int[] learned, int[] asked, int maxCases = int.MaxValue)
    {
        var (data, rowOfUser) = SplitRows.AsUsers(log, learned);
        var past = new Dictionary<int, List<int>>();
        foreach (var row in learned.Concat(asked).Order())
        {
            if (log.Users[row] >= 0)
            {
                (past.TryGetValue(log.Users[row], out var rows) ? rows : past[log.Users[row]] = []).Add(row);
            }
        }

        int[] eligible = [.. asked.Where(row => log.Users[row] >= 0 && past[log.Users[row]][^1] == row && past[log.Users[row]].Count > 1
            && log.Rows.ColumnsOf(row).Length > 0)];
        var cases = new RankingCase[Math.Min(eligible.Length, maxCases)];
        for (var i = 0; i < cases.Length; i++)
        {
            var row = eligible[(int)((long)i * eligible.Length / cases.Length)];
            cases[i] = Ask(log, row, past[log.Users[row]][..^1], rowOfUser.GetValueOrDefault(log.Users[row], -1));
        }

        return CaseSegments.Add(new RankingTask(name, data, cases) { RepeatsCount = true });
    }

    private static RankingCase Ask(InteractionLog log, int row, List<int> past, int trainingRow)
    {
        int[][] history = [.. past.Select(earlier => log.Rows.ColumnsOf(earlier).ToArray())];
        int[] items = [.. history.SelectMany(basket => basket).Distinct().Order()];
        var query = new Query(items) { History = history, Row = trainingRow, Moment = log.Moments.Count == 0 ? 0 : log.Moments[row] };
        return new RankingCase(query, log.Rows.ColumnsOf(row).ToArray());
    }
}
