using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Metrics;
using BundleFunctions.Training.Evaluation.Reports;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Contests;

/// <summary>Trains contestants on one task and judges them by its cases. One that comes to nothing usable is left out and named, and costs the others nothing.</summary>
internal sealed class Judge(RankingTask task, MetricSuite suite, EvaluationOptions options, TrainingContext context)
{
    private readonly Evaluator _evaluator = new(task, suite, options);
    private readonly List<ModelEvaluation> _judged = [];
    private readonly SortedDictionary<string, string> _failures = new(StringComparer.Ordinal);

    public IReadOnlyList<ModelEvaluation> Judged => _judged;

    public IReadOnlyDictionary<string, string> Failures => _failures;

    /// <summary>The model's figures; null where it could not be judged.</summary>
    public ModelEvaluation? Evaluate(Contestant contestant, CancellationToken cancellationToken)
    {
        if (contestant.RuledOut is { } reason)
        {
            _failures.Add(contestant.Name, reason);
            return null;
        }

        try
        {
            var model = contestant.Trainer.Train(task.Train, context, cancellationToken);
            var evaluation = _evaluator.Evaluate(contestant.Name, model, progress: null, cancellationToken);
            _judged.Add(evaluation);
            return evaluation;
        }
        catch (Exception e) when (e is DivergedException or UnrankableException or UntrainedException)
        {
            _failures.Add(contestant.Name, e.Message);
            return null;
        }
    }

    public EvaluationReport Report(string primaryMetric) => EvaluationReport.Of(task, primaryMetric, _judged, _failures, options);
}
