using BundleFunctions.Reports;

namespace BundleFunctions.Training.Evaluation.Reports;

/// <summary>The tables of a report.</summary>
internal static class ReportTables
{
    /// <summary>Every figure of every model, with its interval.</summary>
    public static Markup Figures(EvaluationReport report)
    {
        var table = Head(report, "Metric");
        foreach (var metric in Metrics(report))
        {
            table.Add($"<tr><th scope=\"row\">{metric}</th>");
            foreach (var model in report.Models)
            {
                Cell(table, model.Figure(metric));
            }

            table.Add($"</tr>\n");
        }

        return table.Add($"</tbody></table>\n");
    }

    /// <summary>The primary metric within each segment.</summary>
    public static Markup Segments(EvaluationReport report)
    {
        var table = Head(report, report.PrimaryMetric);
        foreach (var segment in report.Models.SelectMany(model => model.Segments).Select(segment => segment.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            table.Add($"<tr><th scope=\"row\">{segment}</th>");
            foreach (var model in report.Models)
            {
                var figures = model.Segments.FirstOrDefault(own => string.Equals(own.Key, segment, StringComparison.Ordinal)).Value ?? [];
                Cell(table, figures.FirstOrDefault(figure => string.Equals(figure.Key, report.PrimaryMetric, StringComparison.Ordinal)).Value, withCases: true);
            }

            table.Add($"</tr>\n");
        }

        return table.Add($"</tbody></table>\n");
    }

    /// <summary>Each model against the best one.</summary>
    public static Markup Comparisons(EvaluationReport report)
    {
        var table = new Markup().Add($"<table><thead><tr><th scope=\"col\">Model</th><th scope=\"col\">Difference</th><th scope=\"col\">95 % interval</th><th scope=\"col\">p (permutation)</th><th scope=\"col\">p (t test)</th></tr></thead><tbody>\n");
        foreach (var (model, comparison) in report.Comparisons)
        {
            table.Add($"<tr><th scope=\"row\">{model}</th><td>{comparison.Difference}</td><td>{comparison.Interval.Low} to {comparison.Interval.High}</td><td>{comparison.PermutationPValue}</td><td>{comparison.TTestPValue}</td></tr>\n");
        }

        return table.Add($"</tbody></table>\n");
    }

    internal static IEnumerable<string> Metrics(EvaluationReport report) =>
        report.Models.SelectMany(model => model.Figures).Select(figure => figure.Key).Distinct(StringComparer.Ordinal);

    private static Markup Head(EvaluationReport report, string corner)
    {
        var table = new Markup().Add($"<table><thead><tr><th scope=\"col\">{corner}</th>");
        foreach (var model in report.Models)
        {
            table.Add($"<th scope=\"col\">{model.Model}</th>");
        }

        return table.Add($"</tr></thead><tbody>\n");
    }

    private static void Cell(Markup table, Estimate? figure, bool withCases = false)
    {
        if (figure is null)
        {
            table.Add($"<td></td>");
            return;
        }

        table.Add($"<td>{figure.Mean}");
        if (figure.High > figure.Low)
        {
            table.Add($" <small>{figure.Low} to {figure.High}</small>");
        }

        if (withCases)
        {
            table.Add($" <small>of {figure.Cases}</small>");
        }

        table.Add($"</td>");
    }
}
