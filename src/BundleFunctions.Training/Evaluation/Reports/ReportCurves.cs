using System.Globalization;
using BundleFunctions.Reports;
using BundleFunctions.Training.Evaluation.Metrics;

namespace BundleFunctions.Training.Evaluation.Reports;

/// <summary>The curves of a report.</summary>
internal static class ReportCurves
{
    /// <summary>Recall against the cut, on a logarithmic axis.</summary>
    public static Markup Recall(EvaluationReport report)
    {
        int[] cuts = [.. report.Models.SelectMany(model => model.Figures).Select(figure => figure.Key).Where(name => name.StartsWith("recall@", StringComparison.Ordinal))
            .Select(name => int.Parse(name.AsSpan("recall@".Length), CultureInfo.InvariantCulture)).Distinct().Order()];
        if (cuts.Length < 2)
        {
            return new Markup();
        }

        double X(int cut) => Math.Log((double)cut / cuts[0]) / Math.Log((double)cuts[^1] / cuts[0]);
        return CurvePlot.Draw(
            report,
            "Recall by cut",
            "items shown",
            [.. cuts.Select(cut => (X(cut), cut.ToString(CultureInfo.InvariantCulture)))],
            [.. report.Models.Select(model => cuts.Select(cut => (X(cut), model.Figure(string.Create(CultureInfo.InvariantCulture, $"recall@{cut}"))?.Mean ?? 0)).ToArray())],
            diagonal: false);
    }

    /// <summary>Share of all recommendations that go to the least recommended items.</summary>
    public static Markup Lorenz(EvaluationReport report) => CurvePlot.Draw(
        report,
        "Exposure: Lorenz curve",
        "share of the items, the least recommended first",
        [(0, "0"), (0.5, "0.5"), (1, "1")],
        [.. report.Models.Select(model => LorenzCurve.Of(model.Exposure))],
        diagonal: true);
}
