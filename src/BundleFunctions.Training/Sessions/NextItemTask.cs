using BundleFunctions.Scoring;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Splits;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Sessions;

/// <summary>Naming what is looked at next in a session: the last product that was first met by a look, from everything before it. Only products that
/// somebody looked at are ranked: what is taken at the counter, nobody looks for.</summary>
public static class NextItemTask
{
    /// <summary>Older sessions to learn from and newer ones to ask about: the newest tests, those before them validate.</summary>
    /// <param name="share">Share of the sessions for each of the two, 0..0.5.</param>
    /// <param name="maxCases">Most cases of each; more are thinned out evenly in time.</param>
    public static SplitTasks Split(string name, SessionLog log, double share, int maxCases)
    {
        var (validation, test) = new SplitShares(share, share).Bounds(log.Steps.Count);
        return new SplitTasks(
            new ValidationTask(Of($"{name}.validation", log, validation, test, maxCases)), Of(name, log, test, log.Steps.Count, maxCases));
    }

    /// <param name="from">First session to ask about; all before it are learned from.</param>
    /// <param name="to">The session after the last one.</param>
    public static RankingTask Of(string name, SessionLog log, int from, int to, int maxCases)
    {
        var train = log.Rows(0, from);
        var known = new bool[log.Products.Count];
        foreach (var step in train.Sequences.SelectMany(steps => steps).Where(IsLook))
        {
            known[step.Item] = true;
        }

        // Sessions that came to a cart: of walks of robots nothing is asked.
        RankingCase[] eligible =
        [
            .. Enumerable.Range(from, to - from).Where(session => log.CameToCart[session]).Select(session => CaseOf(log.Steps[session])).OfType<RankingCase>()
                .Where(asked => known[asked.Relevant[0]]),
        ];
        var cases = new RankingCase[Math.Min(eligible.Length, maxCases)];
        for (var i = 0; i < cases.Length; i++)
        {
            cases[i] = eligible[(int)((long)i * eligible.Length / cases.Length)];
        }

        return new RankingTask(name, train, cases) { Candidates = known };
    }

    private static bool IsLook(SequenceStep step) => step.Action < ActionNames.NumberOf(EventType.AddToCart);

    private static RankingCase? CaseOf(SequenceStep[] steps)
    {
        var seen = new HashSet<int>();
        var last = 0;
        for (var i = 0; i < steps.Length; i++)
        {
            last = seen.Add(steps[i].Item) && IsLook(steps[i]) ? i : last;
        }

        var before = steps[..last];
        return before.Length == 0 ? null
            : new RankingCase(new Query([.. before.Select(step => step.Item).Distinct().Order()]) { Sequence = before }, [steps[last].Item]);
    }
}
