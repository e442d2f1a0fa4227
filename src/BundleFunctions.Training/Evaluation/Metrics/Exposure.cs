namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>How often each item is recommended.</summary>
public static class Exposure
{
    /// <summary>Times that each item which may be recommended stands among the first <paramref name="cut"/>, in order of item numbers.</summary>
    public static long[] Of(IReadOnlyList<RankedCase> answers, int cut, RankingTask task)
    {
        var times = new long[task.Items];
        foreach (var answer in answers)
        {
            foreach (var item in Hits.Best(answer, cut))
            {
                times[item]++;
            }
        }

        return task.Candidates.Count == 0 ? times : [.. times.Where((_, item) => task.Candidates[item])];
    }
}
