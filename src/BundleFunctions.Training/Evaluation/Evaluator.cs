using BundleFunctions.Training.Evaluation.Metrics;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Evaluation;

/// <summary>Judges models on a task, each by the same cases and the same metrics.</summary>
/// <param name="task">A valid task.</param>
/// <param name="suite">The metrics.</param>
/// <param name="options">Valid options.</param>
public sealed class Evaluator(RankingTask task, MetricSuite suite, EvaluationOptions options)
{
    /// <param name="name">The model's name in reports.</param>
    /// <param name="progress">Told how many more cases were ranked; may be called by several threads at once.</param>
    /// <exception cref="UnrankableException">A score is not finite, or the model knows another number of items.</exception>
    public ModelEvaluation Evaluate(string name, IRecommender model, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var answers = Ranker.Rank(model, task, suite.Depth, options.Threads, progress, cancellationToken);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
        var values = new double?[suite.CaseMetrics.Count][];
        Parallel.For(0, values.Length, parallel, m => values[m] = Values(suite.CaseMetrics[m], answers));
        var figures = Estimate.OfEach(values, options);

        var byName = new List<KeyValuePair<string, Estimate>>();
        for (var m = 0; m < values.Length; m++)
        {
            if (figures[m] is { } figure)
            {
                byName.Add(new(suite.CaseMetrics[m].Name, figure));
            }
        }

        byName.AddRange(suite.TaskMetrics.Select(metric =>
            new KeyValuePair<string, Estimate>(metric.Name, Estimate.OfWhole(metric.Of(answers), answers.Length))));
        var valuesByName = Enumerable.Range(0, values.Length).ToDictionary(m => suite.CaseMetrics[m].Name, m => values[m], StringComparer.Ordinal);
        return new ModelEvaluation(name, byName, Segments(values, parallel), valuesByName, Exposure.Of(answers, suite.Depth, task));
    }

    private double?[] Values(ICaseMetric metric, RankedCase[] answers)
    {
        var values = new double?[answers.Length];
        for (var i = 0; i < answers.Length; i++)
        {
            values[i] = metric.Of(task.Cases[i], answers[i]);
        }

        return values;
    }

    private IReadOnlyList<KeyValuePair<string, IReadOnlyList<KeyValuePair<string, Estimate>>>> Segments(double?[][] values, ParallelOptions parallel)
    {
        var cases = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < task.Segments.Count; i++)
        {
            foreach (var segment in task.Segments[i])
            {
                (cases.TryGetValue(segment, out var known) ? known : cases[segment] = []).Add(i);
            }
        }

        var names = cases.Keys.ToArray();
        var found = new KeyValuePair<string, IReadOnlyList<KeyValuePair<string, Estimate>>>[names.Length];
        Parallel.For(0, names.Length, parallel, s =>
        {
            var own = cases[names[s]];
            var figures = Estimate.OfEach([.. values.Select(metric => own.Select(i => metric[i]))], options);
            found[s] = new(names[s],
            [
                .. suite.CaseMetrics.Select((metric, m) => (metric.Name, Figure: figures[m]))
                    .Where(metric => metric.Figure is not null).Select(metric => new KeyValuePair<string, Estimate>(metric.Name, metric.Figure!)),
            ]);
        });
        return found;
    }
}
