using BundleFunctions.Numerics.Counting;
using BundleFunctions.Training.Counting;

namespace BundleFunctions.Training.Evaluation;

/// <summary>Scores all products for one case at a time. Not thread-safe: one a thread.</summary>
/// <param name="orders">The orders to learn from.</param>
/// <param name="capacity">Neighbours of a product that are served.</param>
/// <param name="neighbours">Neighbours found so far, by product; shared by all threads, since whoever finds them finds the same.</param>
internal sealed class CaseRanker(OrderCounts orders, int capacity, RankedNeighbour[]?[] neighbours)
{
    private readonly NeighbourRanking _ranking = new(orders, capacity);
    private readonly PairCounter _counter = new(orders.Rows, orders.Postings);
    private readonly double[] _model = new double[orders.Products];
    private readonly double[] _popularity = new double[orders.Products];
    private readonly double[] _confidence = new double[orders.Products];
    private readonly double[] _cosine = new double[orders.Products];
    private readonly bool[] _excluded = new bool[orders.Products];

    public CaseRanks Rank(TestCase test)
    {
        if (orders.Of(test.Hidden) == 0)
        {
            return new CaseRanks(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue);
        }

        Array.Clear(_model);
        Array.Clear(_confidence);
        Array.Clear(_cosine);
        foreach (var product in test.Context)
        {
            _excluded[product] = true;
            AddScores(product);
        }

        var ranks = new CaseRanks(
            RankOf(test.Hidden, _model), RankOf(test.Hidden, _popularity), RankOf(test.Hidden, _confidence), RankOf(test.Hidden, _cosine));
        foreach (var product in test.Context)
        {
            _excluded[product] = false;
        }

        return ranks;
    }

    private void AddScores(int product)
    {
        foreach (var neighbour in neighbours[product] ??= _ranking.Rank(product).ToArray())
        {
            _model[neighbour.Product] += neighbour.Score;
        }

        _counter.Count(product);
        double own = orders.Of(product);
        foreach (var other in _counter.Touched)
        {
            var together = _counter.Together(other);
            _confidence[other] += together / own;
            _cosine[other] += together / Math.Sqrt(own * orders.Of(other));
        }
    }

    // Ties go to the more popular product, then to the first in ordinal order; all zeros is therefore popularity.
    private int RankOf(int hidden, double[] scores)
    {
        var score = scores[hidden];
        var popularity = orders.Of(hidden);
        var rank = 1;
        for (var product = 0; product < scores.Length; product++)
        {
            if (_excluded[product] || product == hidden || orders.Of(product) == 0)
            {
                continue;
            }

            if (scores[product] > score
                || (scores[product] == score
                    && (orders.Of(product) > popularity || (orders.Of(product) == popularity && product < hidden))))
            {
                rank++;
            }
        }

        return rank;
    }
}
