using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Metrics;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Tests.Quality;

/// <summary>One model's values over the cases of one or several tasks.</summary>
internal sealed class Measured(string model, IReadOnlyList<ICaseMetric> metrics)
{
    private readonly List<(int Cluster, double Value)>[] _values = [.. metrics.Select(_ => new List<(int, double)>())];

    public string Model => model;

    /// <param name="clusters">By case: which cases are of one user or bundle; null where all differ.</param>
    public void Add(IRecommender trained, RankingTask task, int[]? clusters = null)
    {
        var answers = Ranker.Rank(trained, task, depth: 20, threads: 2, CancellationToken.None);
        for (var m = 0; m < metrics.Count; m++)
        {
            for (var i = 0; i < answers.Length; i++)
            {
                _values[m].Add((clusters?[i] ?? i, metrics[m].Of(task.Cases[i], answers[i])!.Value));
            }
        }
    }

    public Figure Of(int metric) => Figure.Of(_values[metric]);

    /// <summary>By how much this model is ahead of another that was asked the same.</summary>
    public Figure Beside(Measured other, int metric) =>
        Figure.Of([.. _values[metric].Zip(other._values[metric], (own, rival) => (own.Cluster, own.Value - rival.Value))]);

    public string[] Row() => [model, .. metrics.Select((_, m) => Of(m).ToString())];

    public static string[] Header(IReadOnlyList<ICaseMetric> metrics) => ["model", .. metrics.Select(metric => metric.Name)];
}
