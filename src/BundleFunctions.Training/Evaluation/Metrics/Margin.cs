namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>Mean margin of the first <paramref name="cut"/> items: <c>(price - cost) / price</c>, of those where it is known.</summary>
/// <param name="margins">Margin of each item as a share of its price; null where price or cost is not known.</param>
public sealed class Margin(int cut, IReadOnlyList<double?> margins) : ICaseMetric
{
    /// <inheritdoc/>
    public string Name => $"margin@{cut}";

    /// <inheritdoc/>
    public double? Of(RankingCase asked, RankedCase answer)
    {
        var (sum, known) = (0.0, 0);
        foreach (var item in Hits.Best(answer, cut))
        {
            if (margins[item] is { } margin)
            {
                sum += margin;
                known++;
            }
        }

        return known == 0 ? null : sum / known;
    }
}
