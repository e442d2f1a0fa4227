namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>Normalised discounted cumulative gain, binary: <c>sum over hits of 1 / log2(rank + 1)</c> over the same of a perfect answer.
/// Jarvelin and Kekalainen 2002. <c>ndcg@k</c>: a perfect answer has min(k, relevant) hits, so that 1 can be reached.
/// <c>ndcgUncapped@k</c>: it has all relevant items, as some papers count.</summary>
public sealed class Ndcg(int cut, bool capped = true) : ICaseMetric
{
    /// <inheritdoc/>
    public string Name => capped ? $"ndcg@{cut}" : $"ndcgUncapped@{cut}";

    /// <inheritdoc/>
    public double? Of(RankingCase asked, RankedCase answer)
    {
        // In order of rank, so that a perfect answer comes to the very sum that it is divided by.
        var gain = 0.0;
        foreach (var rank in Hits.Sorted(answer))
        {
            gain += rank <= cut ? Discount(rank) : 0;
        }

        var ideal = 0.0;
        for (var rank = 1; rank <= (capped ? Math.Min(cut, asked.Relevant.Length) : asked.Relevant.Length); rank++)
        {
            ideal += Discount(rank);
        }

        return gain / ideal;
    }

    private static double Discount(int rank) => 1 / Math.Log2(rank + 1.0);
}
