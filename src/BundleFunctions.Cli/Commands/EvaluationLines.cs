using System.Globalization;
using BundleFunctions.Training.Evaluation.Reports;

namespace BundleFunctions.Cli.Commands;

/// <summary>A report as a table of text.</summary>
internal sealed class EvaluationLines(ConsoleLines lines)
{
    public void Print(EvaluationReport report, int cut)
    {
        string[] metrics = [$"ndcg@{cut}", $"hitRate@{cut}", $"recall@{cut}", "mrr", $"coverage@{cut}", $"gini@{cut}", $"novelty@{cut}"];
        lines.Say($"");
        lines.Say($"{"model",-24}{string.Concat(metrics.Select(metric => metric.PadLeft(14)))}   {report.PrimaryMetric} 95 %");
        foreach (var model in report.Models)
        {
            var figures = metrics.Select(metric => (model.Figure(metric)?.Mean.ToString("F4", CultureInfo.InvariantCulture) ?? "-").PadLeft(14));
            var primary = model.Figure(report.PrimaryMetric)!;
            lines.Say($"{model.Model,-24}{string.Concat(figures)}   {primary.Low:F4} to {primary.High:F4}");
        }

        foreach (var (model, comparison) in report.Comparisons)
        {
            lines.Say($"{model} against {report.Models[0].Model}: {comparison.Difference:+0.0000;-0.0000;0.0000} ({comparison.Interval.Low:+0.0000;-0.0000;0.0000} to {comparison.Interval.High:+0.0000;-0.0000;0.0000}), p = {comparison.PermutationPValue:F4}");
        }
    }
}
