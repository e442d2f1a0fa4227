using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Evaluation.Splits;

/// <summary>Completing baskets: each asked row of two items or more without one, which is the right answer.</summary>
public static class BasketTask
{
    /// <param name="learned">Rows to learn from.</param>
    /// <param name="asked">Rows to ask about.</param>
    /// <param name="seed">Chooses what is hidden.</param>
    /// <param name="maxCases">Most cases; more are thinned out evenly.</param>
    public static RankingTask Of(string name, InteractionLog log, int[] learned, int[] asked, ulong seed, int maxCases = int.MaxValue)
    {
        int[] eligible = [.. asked.Where(row => log.Rows.ColumnsOf(row).Length >= 2)];
        var cases = new RankingCase[Math.Min(eligible.Length, maxCases)];
        for (var i = 0; i < cases.Length; i++)
        {
            var row = eligible[(int)((long)i * eligible.Length / cases.Length)];
            cases[i] = Hide(log, row, seed);
        }

        return CaseSegments.Add(new RankingTask(name, SplitRows.AsBaskets(log, learned), cases));
    }

    private static RankingCase Hide(InteractionLog log, int row, ulong seed)
    {
        var items = log.Rows.ColumnsOf(row);
        var place = LeaveOneOut.PlaceOf(items, seed);
        var query = new Query([.. items[..place], .. items[(place + 1)..]]) { Moment = log.Moments.Count == 0 ? 0 : log.Moments[row] };
        return new RankingCase(query, [items[place]]);
    }
}
