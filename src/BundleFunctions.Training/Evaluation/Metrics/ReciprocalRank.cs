namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary><c>1 / rank</c> of the first right answer among all items; 0 where none may be recommended. Its mean is the MRR. Voorhees 1999.</summary>
public sealed class ReciprocalRank : ICaseMetric
{
    /// <inheritdoc/>
    public string Name => "mrr";

    /// <inheritdoc/>
    public double? Of(RankingCase asked, RankedCase answer)
    {
        var first = answer.Ranks.Min();
        return first == int.MaxValue ? 0 : 1.0 / first;
    }
}
