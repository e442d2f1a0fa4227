namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>Share of all ranked items that are rightly told apart, where the first <paramref name="cut"/> are called relevant and all others
/// are not: <c>(items - cut - relevant + 2 hits) / items</c>. Near 1 for any model of a large shop: for completeness, not for choosing.</summary>
public sealed class Accuracy(int cut, RankingTask task) : ICaseMetric
{
    private readonly int _candidates = task.Candidates.Count == 0 ? task.Items : task.Candidates.Count(may => may);

    /// <inheritdoc/>
    public string Name => $"accuracy@{cut}";

    /// <inheritdoc/>
    public double? Of(RankingCase asked, RankedCase answer)
    {
        var ranked = _candidates - (task.RepeatsCount ? 0 : asked.Query.Items.Count(item => task.Candidates.Count == 0 || task.Candidates[item]));
        var relevant = answer.Ranks.Count(rank => rank != int.MaxValue);
        return ranked == 0 ? null : (double)(ranked - Math.Min(cut, ranked) - relevant + (2 * Hits.Count(answer, cut))) / ranked;
    }
}
