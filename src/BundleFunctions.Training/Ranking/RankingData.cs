namespace BundleFunctions.Training.Ranking;

/// <summary>Answers to learn an order from, or to judge one by.</summary>
/// <param name="Groups">One an answer, the oldest first; each with a bundle that was taken and one that was not.</param>
/// <param name="Bundles">Different bundles in all of them.</param>
public sealed record RankingData(IReadOnlyList<RankingGroup> Groups, int Bundles)
{
    /// <summary>Both, in this order; bundles must be numbered alike.</summary>
    public RankingData With(RankingData newer) => new([.. Groups, .. newer.Groups], Math.Max(Bundles, newer.Bundles));
}
