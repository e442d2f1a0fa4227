using BundleFunctions.Numerics.Counting;
using BundleFunctions.Numerics.Statistics;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Counting;

/// <summary>Finds, for one anchor at a time, the products that a model recommends beside it, among those that enough different users bought with
/// it more often than by chance. Not thread-safe: one a thread.</summary>
/// <param name="orders">The orders to count in.</param>
/// <param name="model">Ranks the neighbours.</param>
/// <param name="capacity">Neighbours kept.</param>
/// <param name="minUsers">Different users that must have bought the pair, 1 or more; orders of unknown users count as one each.</param>
public sealed class NeighbourRanking(OrderCounts orders, IRecommender model, int capacity, int minUsers)
{
    private readonly BoundedTop<RankedNeighbour> _top = new(capacity, RankedNeighbour.BestFirst);
    private readonly PairEvidence _evidence = orders.NewEvidence();
    private readonly float[] _scores = new float[orders.Products];
    private readonly Query[] _query = [new Query([0])];

    /// <summary>The anchor's neighbours with lift above 1, best first by the model's score. Valid until the next call.</summary>
    /// <exception cref="DivergedException">A neighbour's score is not finite.</exception>
    public ReadOnlySpan<RankedNeighbour> Rank(int anchor)
    {
        _evidence.Count(anchor);
        _top.Clear();
        if (_evidence.Touched.IsEmpty)
        {
            return [];
        }

        // Asking the model is dear; most products of a long tail have no pair to ask about.
        var asked = false;
        foreach (var product in _evidence.Touched)
        {
            // The ratio's sign is that of lift - 1: what is not above 0 was bought together no more often than by chance.
            var together = _evidence.Together(product);
            if (_evidence.Users(product) < minUsers
                || LogLikelihoodRatio.Signed(together, orders.Of(anchor), orders.Of(product), orders.Total) <= 0)
            {
                continue;
            }

            if (!asked)
            {
                _query[0] = new Query([anchor]);
                model.Score(_query, _scores);
                asked = true;
            }

            if (!float.IsFinite(_scores[product]))
            {
                throw new DivergedException($"Product {product} beside product {anchor} has the score {_scores[product]}; expected a finite one.");
            }

            _top.Add(new RankedNeighbour(product, together, _scores[product]));
        }

        return _top.Best;
    }
}
