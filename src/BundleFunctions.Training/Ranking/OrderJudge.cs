using BundleFunctions.Numerics.Statistics;
using BundleFunctions.Ranking;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Gate;
using BundleFunctions.Training.Evaluation.Metrics;

namespace BundleFunctions.Training.Ranking;

/// <summary>Judges orders by the answers that people took something of.</summary>
/// <param name="data">The answers.</param>
public sealed class OrderJudge(RankingData data)
{
    private const int Cut = 10;

    // A shop shows three bundles before anybody looks for more: what stands there is what margin, stock and variety are judged by.
    private const int First = 3;

    private static readonly int Margin = RankingFeatures.PlaceOf("price.margin");
    private readonly Ndcg _ndcg = new(Cut);

    /// <summary>The figures of a learned order, or of the order before.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="complexity">Orders by simplicity, the simpler lower.</param>
    /// <param name="ranker">Null for the order before.</param>
    public OrderFigures Judge(string name, int complexity, BundleRanker? ranker)
    {
        var exposure = new long[data.Bundles];
        var (ndcg, margins, outs, shown, costed) = (new double[data.Groups.Count], 0.0, 0L, 0L, 0L);
        for (var g = 0; g < ndcg.Length; g++)
        {
            var group = data.Groups[g];
            var order = Order(group, ranker);
            ndcg[g] = Ndcg(group, order);
            foreach (var row in order.AsSpan(0, Math.Min(First, order.Length)))
            {
                exposure[group.Bundles[row]]++;
                shown++;
                outs += group.IsOut[row] ? 1 : 0;
                if (group[row][Margin] is var margin && !float.IsNaN(margin))
                {
                    margins += margin;
                    costed++;
                }
            }
        }

        return new OrderFigures(name, complexity, ndcg, new GateInput(
            name,
            ndcg,
            exposure.Length == 0 ? 0 : (double)exposure.Count(times => times > 0) / exposure.Length,
            GiniIndex.Of(exposure),
            shown == 0 ? null : (double)outs / shown,
            costed == 0 ? null : margins / costed,
            complexity));
    }

    private double Ndcg(RankingGroup group, int[] order)
    {
        var ranks = new List<int>();
        for (var place = 0; place < order.Length; place++)
        {
            if (group.Relevant[order[place]])
            {
                ranks.Add(place + 1);
            }
        }

        var asked = new RankingCase(new Models.Query([]), [.. Enumerable.Range(0, ranks.Count)]);
        return _ndcg.Of(asked, new RankedCase([], [], [.. ranks]))!.Value;
    }

    private static int[] Order(RankingGroup group, BundleRanker? ranker)
    {
        var order = Enumerable.Range(0, group.Rows).ToArray();
        if (ranker is null)
        {
            return order;
        }

        var scores = new double[group.Rows];
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] = ranker.Score(group[row]);
            if (!double.IsFinite(scores[row]))
            {
                throw new Models.DivergedException($"{ranker.Method} scores a bundle with {scores[row]}; expected a finite number.");
            }
        }

        // Ties stay in the order before.
        Array.Sort(order, (one, other) => scores[other].CompareTo(scores[one]) is not 0 and var sign ? sign : one.CompareTo(other));
        return order;
    }
}
