using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Metrics;
using BundleFunctions.Training.Evaluation.Splits;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Search;

/// <summary>Scores options of a kind of model: learns from the training rows, asks about the validation rows. The test cannot be reached from
/// here.</summary>
/// <param name="validation">Training and validation rows.</param>
/// <param name="trainer">Makes the trainer of a setting.</param>
/// <param name="metric">What to maximise (or minimise, where less is better).</param>
/// <param name="context">Circumstances of each training.</param>
public sealed class ModelObjective(ValidationTask validation, Func<Setting, IRecommenderTrainer> trainer, ICaseMetric metric, TrainingContext context)
{
    /// <summary>The objective. Less effort asks fewer cases, spread evenly.</summary>
    public double Try(Setting setting, double effort, CancellationToken cancellationToken)
    {
        var task = validation.Task;
        var count = Math.Clamp((int)Math.Ceiling(task.Cases.Count * effort), Math.Min(1, task.Cases.Count), task.Cases.Count);
        var asked = task with { Cases = [.. Enumerable.Range(0, count).Select(i => task.Cases[(int)((long)i * task.Cases.Count / count)])], Segments = [] };
        var model = trainer(setting).Train(task.Train, context, cancellationToken);
        var answers = Ranker.Rank(model, asked, depth: 100, context.Threads, cancellationToken);
        var (sum, known) = (0.0, 0);
        for (var i = 0; i < answers.Length; i++)
        {
            if (metric.Of(asked.Cases[i], answers[i]) is { } value)
            {
                sum += value;
                known++;
            }
        }

        return known == 0 ? double.NaN : metric.HigherIsBetter ? sum / known : -sum / known;
    }
}
