namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>Recall in which a right answer counts <c>popularity^-0.5</c>: what everybody buys anyway earns little. An item of no row counts as
/// one of a single row. Steck 2011.</summary>
public sealed class StratifiedRecall(int cut, RankingTask task) : ICaseMetric
{
    /// <inheritdoc/>
    public string Name => $"stratifiedRecall@{cut}";

    /// <inheritdoc/>
    public double? Of(RankingCase asked, RankedCase answer)
    {
        var (found, all) = (0.0, 0.0);
        for (var i = 0; i < asked.Relevant.Length; i++)
        {
            var weight = 1 / Math.Sqrt(Math.Max(task.Popularity[asked.Relevant[i]], 1));
            all += weight;
            found += answer.Ranks[i] <= cut ? weight : 0;
        }

        return found / all;
    }
}
