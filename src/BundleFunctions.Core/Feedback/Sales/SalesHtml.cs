using System.Security.Cryptography;
using System.Text;
using BundleFunctions.Reports;
using static BundleFunctions.Feedback.Sales.SalesText;

namespace BundleFunctions.Feedback.Sales;

/// <summary>The report as one page that needs nothing else: no script, no font, no picture from anywhere. Equal reports give equal bytes.</summary>
public static class SalesHtml
{
    private const string Style =
        "body{font:14px/1.45 system-ui,sans-serif;color:#1b1b1b;background:#fff;max-width:1180px;margin:0 auto;padding:16px}"
        + ".scroll{overflow-x:auto}table{border-collapse:collapse;margin:.5em 0 1.5em}th,td{padding:3px 10px;text-align:right;border-bottom:1px solid #ddd;white-space:nowrap}"
        + "th{font-weight:600}th[scope=row],th:first-child{text-align:left;font-weight:400}thead th:first-child{font-weight:600}"
        + "svg.plot{display:block;margin:8px 0 16px;max-width:100%}svg text{font-size:12px;fill:#1b1b1b}svg text.title{font-size:13px;font-weight:600}"
        + "svg .axis{stroke:#999}.note{color:#555}";

    /// <summary>What the page may do: show its own styles, and nothing else. It says so itself; whoever serves it may send the same as a header.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'";

    public static string Render(SalesReport report)
    {
        var title = $"Bundles of {report.Shop}, {Day(report.From)} to {Day(report.To)}";
        var page = new Markup().Add($"<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"/><meta http-equiv=\"Content-Security-Policy\" content=\"{ContentSecurityPolicy}\"/><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><title>{title}</title>\n");
        page.Add($"<style>{Markup.Raw(Style)}</style></head>\n<body>\n<h1>{title}</h1>\n");
        page.Add($"<p>Credited to bundles: <strong>{Amount(report.Total.NetRevenue)} {report.Currency}</strong> of {Amount(report.Revenue)} revenue, margin <strong>{Amount(report.Total.NetMargin)}</strong>, returns taken back. A purchase is credited to the bundle that was clicked last in the {report.WindowDays} days before.</p>\n");
        Baskets(page, report.Total.Scope, report.Currency);
        page.Add($"{SalesPlots.Days(report)}<h2>Currencies</h2>\n{SalesTables.Currencies(report)}{SalesTrials.Uplift(report)}");
        Part(page, "Weeks", "week", report.Weeks, report.Currency, SalesPlots.Weeks(report.Weeks));
        Part(page, "Categories", "category", report.Categories, report.Currency);
        Part(page, "Segments", "segment", report.Segments, report.Currency);
        page.Add($"{SalesTrials.Experiments(report)}{SalesTrials.Policies(report)}");
        Part(page, "Variants", "variant", report.Variants, report.Currency);
        Part(page, "Models", "model", report.Models, report.Currency);
        Part(page, "Rules", "rule", report.Rules, report.Currency);
        Part(page, "Bundles", "bundle", report.Bundles, report.Currency);
        page.Add($"<h2>What was left out</h2>\n{SalesTables.Counts(report.Counts)}");
        if (report.VisitorShare < 1)
        {
            page.Add($"<p class=\"note\">Visitors are a sample of {Share(report.VisitorShare)}.</p>\n");
        }

        return page.Add($"</body>\n</html>\n").ToString();
    }

    private static void Baskets(Markup page, SalesScope scope, string currency) => page.Add(
        $"<p>{Count(scope.Attached)} of {Count(scope.Orders)} orders hold a bundle or a part of one ({Share(scope.AttachRate)}): {Number(scope.PiecesWith)} pieces and {Amount(scope.RevenueWith)} {currency} an order, against {Number(scope.PiecesWithout)} pieces and {Amount(scope.RevenueWithout)} {currency} of the others.</p>\n");

    private static void Part(Markup page, string title, string what, IReadOnlyList<SalesRow> rows, string currency, Markup? plots = null)
    {
        if (rows.Count > 0)
        {
            page.Add($"<h2>{title}</h2>\n{plots}{SalesPlots.Rows(what, rows, currency)}{SalesTables.Rows(rows)}");
        }
    }
}
