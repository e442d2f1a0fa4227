using BundleFunctions.Reports;

namespace BundleFunctions.Training.Evaluation.Reports;

/// <summary>A report as one page that needs nothing else: no script, no font, no picture from anywhere. Equal reports give equal bytes.</summary>
public static class ReportPage
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#1b1b1b;--soft:#666;--line:#ccc;--paper:#fff}
        @media (prefers-color-scheme:dark){:root{--ink:#eee;--soft:#aaa;--line:#444;--paper:#161616}}
        body{font:15px/1.45 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:1180px;margin:0 auto;padding:16px}
        .plots{display:grid;grid-template-columns:repeat(auto-fill,minmax(340px,1fr));gap:12px}
        svg{width:100%;height:auto}svg text{font-size:12px;fill:var(--ink)}svg text.title{font-weight:600;font-size:13px}
        .frame{fill:none;stroke:var(--line)}.grid{stroke:var(--line);stroke-dasharray:2 3}
        .scroll{overflow-x:auto}table{border-collapse:collapse}th,td{text-align:left;padding:3px 10px;border-bottom:1px solid var(--line)}
        small{color:var(--soft)}
        """;

    public static string Write(EvaluationReport report)
    {
        var page = new Markup().Add($"<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><title>Evaluation: {report.Task}</title>\n<style>{Style}</style></head>\n<body>\n");
        page.Add($"<h1>Evaluation: {report.Task}</h1>\n<p>{report.Models.Count} models learned from {report.TrainRows} rows and ranked {report.Items} items for {report.Cases} cases, the same for all. Intervals are 95 % bootstrap intervals over cases. Ordered by {report.PrimaryMetric}.</p>\n");
        if (report.Models.Count > 0)
        {
            AddModels(page, report);
        }

        foreach (var (model, reason) in report.Failures)
        {
            page.Add($"<p><strong>{model} was not judged:</strong> {reason}</p>\n");
        }

        return page.Add($"</body>\n</html>\n").ToString();
    }

    private static void AddModels(Markup page, EvaluationReport report)
    {
        page.Add($"<h2>Figures</h2>\n<div class=\"plots\">\n");
        foreach (var metric in ReportTables.Metrics(report))
        {
            page.Add($"{IntervalPlot.Draw(report, metric)}");
        }

        page.Add($"</div>\n<h2>Curves</h2>\n<div class=\"plots\">\n{ReportCurves.Recall(report)}{ReportCurves.Lorenz(report)}</div>\n");
        if (report.Comparisons.Count > 0)
        {
            page.Add($"<h2>Against {report.Models[0].Model}</h2>\n<div class=\"scroll\">{ReportTables.Comparisons(report)}</div>\n");
        }

        page.Add($"<h2>Segments</h2>\n<div class=\"scroll\">{ReportTables.Segments(report)}</div>\n");
        page.Add($"<h2>All figures</h2>\n<div class=\"scroll\">{ReportTables.Figures(report)}</div>\n");
    }
}
