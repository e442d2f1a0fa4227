namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>Price of the right answers among the first <paramref name="cut"/>, one piece each, in the shop's currency: what was sold there
/// could be had from the first page. An item without a price counts 0.</summary>
/// <param name="prices">Price of each item; null where it is not known.</param>
public sealed class Revenue(int cut, IReadOnlyList<double?> prices) : ICaseMetric
{
    /// <inheritdoc/>
    public string Name => $"revenue@{cut}";

    /// <inheritdoc/>
    public double? Of(RankingCase asked, RankedCase answer)
    {
        var sum = 0.0;
        for (var i = 0; i < asked.Relevant.Length; i++)
        {
            sum += answer.Ranks[i] <= cut ? prices[asked.Relevant[i]] ?? 0 : 0;
        }

        return sum;
    }
}
