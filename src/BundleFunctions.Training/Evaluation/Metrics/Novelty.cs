namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>Mean self-information of the first <paramref name="cut"/> items, in bits: <c>-log2(rows that hold it / rows)</c>; an item of no
/// row counts as one of a single row. Zhou et al. 2010.</summary>
public sealed class Novelty(int cut, RankingTask task) : ICaseMetric
{
    /// <inheritdoc/>
    public string Name => $"novelty@{cut}";

    /// <inheritdoc/>
    public double? Of(RankingCase asked, RankedCase answer)
    {
        var best = Hits.Best(answer, cut);
        if (best.Length == 0)
        {
            return null;
        }

        var sum = 0.0;
        foreach (var item in best)
        {
            sum -= Math.Log2(Math.Max(task.Popularity[item], 1) / (double)Math.Max(task.Train.Rows.Rows, 1));
        }

        return sum / best.Length;
    }
}
