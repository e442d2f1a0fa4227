using System.Collections.Concurrent;
using BundleFunctions.Training.Counting;

namespace BundleFunctions.Training.Evaluation;

/// <summary>Ranks all products for each test order by summed scores over its other products: the model as it is served, beside
/// popularity, confidence and cosine.</summary>
public sealed class RankingEvaluator(TemporalSplit split, TrainingOptions options)
{
    /// <summary>Figures by name: the model's own without prefix, the baselines' with theirs, and how many orders stand behind them.</summary>
    public SortedDictionary<string, double> Evaluate(CancellationToken cancellationToken)
    {
        var cases = split.Cases;
        var figures = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["test.cases"] = cases.Count,
            ["test.trainOrders"] = split.Train.Count,
        };
        if (cases.Count == 0)
        {
            return figures;
        }

        var orders = new OrderCounts(split.Train);
        var ranks = new CaseRanks[cases.Count];
        var workers = new ConcurrentBag<CaseRanker>();
        var neighbours = new RankedNeighbour[]?[orders.Products];
        Parallel.For(
            0,
            cases.Count,
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken },
            () => workers.TryTake(out var idle) ? idle : new CaseRanker(orders, options.Neighbours, neighbours),
            (i, _, worker) =>
            {
                ranks[i] = worker.Rank(cases[i]);
                return worker;
            },
            workers.Add);

        figures["test.unseenHidden"] = cases.Count(test => orders.Of(test.Hidden) == 0);
        RankingFigures.Add(figures, string.Empty, [.. ranks.Select(rank => rank.Model)]);
        RankingFigures.Add(figures, "popularity.", [.. ranks.Select(rank => rank.Popularity)]);
        RankingFigures.Add(figures, "confidence.", [.. ranks.Select(rank => rank.Confidence)]);
        RankingFigures.Add(figures, "cosine.", [.. ranks.Select(rank => rank.Cosine)]);
        return figures;
    }
}
