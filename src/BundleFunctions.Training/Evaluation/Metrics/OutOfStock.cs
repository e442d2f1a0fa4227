namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>Share of the first <paramref name="cut"/> items that cannot be sold now.</summary>
/// <param name="isOut">Whether each item cannot be sold.</param>
public sealed class OutOfStock(int cut, IReadOnlyList<bool> isOut) : ICaseMetric
{
    /// <inheritdoc/>
    public string Name => $"outOfStock@{cut}";

    /// <inheritdoc/>
    public bool HigherIsBetter => false;

    /// <inheritdoc/>
    public double? Of(RankingCase asked, RankedCase answer)
    {
        var best = Hits.Best(answer, cut);
        var missing = 0;
        foreach (var item in best)
        {
            missing += isOut[item] ? 1 : 0;
        }

        return best.Length == 0 ? null : (double)missing / best.Length;
    }
}
