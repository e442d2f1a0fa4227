namespace BundleFunctions.Training.Evaluation.Splits;

/// <summary>Which kinds of case there are, so that a model that is good on average cannot hide whom it fails.</summary>
public static class CaseSegments
{
    /// <summary>The query holds nothing that was ever learned from.</summary>
    public const string Cold = "cold";

    /// <summary>Every right answer is among the most popular items that together make up four fifths of what was learned from.</summary>
    public const string Head = "head";

    /// <summary>Some right answer is not.</summary>
    public const string Tail = "tail";

    private const double HeadShare = 0.8;

    /// <summary>The task with the segments of its cases: <see cref="Head"/> or <see cref="Tail"/>, <see cref="Cold"/> where it is, and how
    /// much the query tells: <c>known.0-1</c>, <c>known.2-4</c>, <c>known.5+</c> baskets of history, or items where there is none.</summary>
    public static RankingTask Add(RankingTask task)
    {
        var isHead = HeadItems(task);
        return task with { Segments = [.. task.Cases.Select(asked => Of(task, asked, isHead))] };
    }

    private static IReadOnlyList<string> Of(RankingTask task, RankingCase asked, bool[] isHead)
    {
        List<string> segments = [Array.TrueForAll(asked.Relevant, item => isHead[item]) ? Head : Tail];
        if (!asked.Query.Items.Any(item => task.Popularity[item] > 0))
        {
            segments.Add(Cold);
        }

        var known = asked.Query.History.Length > 0 ? asked.Query.History.Length : asked.Query.Items.Length;
        segments.Add(known <= 1 ? "known.0-1" : known <= 4 ? "known.2-4" : "known.5+");
        return segments;
    }

    private static bool[] HeadItems(RankingTask task)
    {
        var isHead = new bool[task.Items];
        var (sum, all) = (0L, task.Popularity.Sum(count => (long)count));
        foreach (var item in task.PopularFirst)
        {
            if (sum >= HeadShare * all)
            {
                break;
            }

            isHead[item] = true;
            sum += task.Popularity[item];
        }

        return isHead;
    }
}
