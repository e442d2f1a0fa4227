namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>The figures that models are compared by.</summary>
/// <param name="CaseMetrics">In the order of reports.</param>
/// <param name="TaskMetrics">In the order of reports.</param>
/// <param name="Depth">The best items that all of them together need to see.</param>
public sealed record MetricSuite(IReadOnlyList<ICaseMetric> CaseMetrics, IReadOnlyList<ITaskMetric> TaskMetrics, int Depth)
{
    /// <summary>Cuts of the recall curve.</summary>
    public static IReadOnlyList<int> CurveCuts { get; } = [1, 2, 3, 5, 10, 20, 50, 100];

    /// <summary>Everything that the task's data allow; what needs categories, prices, costs or stock is left out where there are none.</summary>
    /// <param name="cut">Items that a shop shows at once, 1 or more.</param>
    /// <param name="facts">What the catalogue says of the items; null where there is none.</param>
    public static MetricSuite Of(RankingTask task, int cut = 10, ItemFacts? facts = null)
    {
        List<ICaseMetric> metrics =
        [
            new Ndcg(cut), new Ndcg(cut, capped: false), new HitRate(cut), new HitRate(2 * cut), new Precision(cut), new F1(cut),
            new Accuracy(cut, task), new ReciprocalRank(), new AveragePrecision(), new AveragePrecision(cut), new StratifiedRecall(cut, task),
            new Novelty(cut, task), .. CurveCuts.Append(cut).Distinct().Order().Select(at => new Recall(at)),
        ];
        var categories = new ItemCategories(task.Train.Content);
        if (categories.AreKnown)
        {
            metrics.Add(new CategoryDiversity(cut, categories));
            metrics.Add(new Calibration(cut, categories));
        }

        double?[] prices = [.. task.Train.Content.Select(item => item.Price)];
        if (prices.Any(price => price is not null))
        {
            metrics.Add(new Revenue(cut, prices));
        }

        if (facts is not null)
        {
            metrics.Add(new OutOfStock(cut, facts.IsOut));
            metrics.Add(new Margin(cut, facts.Margins));
        }

        return new MetricSuite(metrics, [new Coverage(cut, task), new ExposureGini(cut, task)], cut);
    }
}
