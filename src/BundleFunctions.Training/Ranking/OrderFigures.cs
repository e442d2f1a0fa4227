using BundleFunctions.Training.Evaluation.Gate;

namespace BundleFunctions.Training.Ranking;

/// <summary>How one order did.</summary>
/// <param name="Name">Its name; <see cref="RankingContest.Published"/> for the order before.</param>
/// <param name="Complexity">0 for the order before.</param>
/// <param name="Ndcg">Normalised discounted cumulative gain of the first ten, by answer.</param>
/// <param name="Shown">What it shows first, for the guardrails.</param>
public sealed record OrderFigures(string Name, int Complexity, IReadOnlyList<double> Ndcg, GateInput Shown)
{
    public double Mean => Ndcg.Count == 0 ? 0 : Ndcg.Sum() / Ndcg.Count;
}
