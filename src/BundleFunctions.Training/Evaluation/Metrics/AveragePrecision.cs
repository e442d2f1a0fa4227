namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>Mean over the right answers of the precision at each one's rank; its mean is the MAP. With a cut, answers beyond it count 0
/// and the sum is divided by min(cut, relevant). Buckley and Voorhees 2000.</summary>
/// <param name="cut">1 or more; null ranks all items.</param>
public sealed class AveragePrecision(int? cut = null) : ICaseMetric
{
    /// <inheritdoc/>
    public string Name => cut is null ? "map" : $"map@{cut}";

    /// <inheritdoc/>
    public double? Of(RankingCase asked, RankedCase answer)
    {
        var (sum, hits) = (0.0, 0);
        foreach (var rank in Hits.Sorted(answer))
        {
            if (!(rank > cut))
            {
                sum += ++hits / (double)rank;
            }
        }

        return sum / Math.Min(cut ?? int.MaxValue, asked.Relevant.Length);
    }
}
