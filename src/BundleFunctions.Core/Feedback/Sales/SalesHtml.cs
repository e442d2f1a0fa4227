using System.Globalization;
using System.Net;
using System.Text;
using BundleFunctions.Statistics;

namespace BundleFunctions.Feedback.Sales;

/// <summary>The report as one page that needs nothing else: no script, no font, no picture from anywhere.</summary>
public static class SalesHtml
{
    private const int MaxRows = 100;

    private const string Style =
        "body{font:14px/1.4 system-ui,sans-serif;margin:2em auto;max-width:60em;color:#222}table{border-collapse:collapse;margin:.5em 0 1.5em}"
        + "th,td{padding:.2em .6em;text-align:right;border-bottom:1px solid #ddd}th:first-child,td:first-child{text-align:left}"
        + "svg rect,svg circle{fill:#2a6f97}svg line{stroke:#2a6f97;stroke-width:2}svg line.zero{stroke:#999;stroke-width:1}svg text{font-size:12px}.note{color:#555}";

    public static string Render(SalesReport report)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"Bundles of {report.Shop}, {report.From:yyyy-MM-dd} to {report.To:yyyy-MM-dd}");
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
            .Append(Text(title)).Append("</title><style>").Append(Style).Append("</style></head><body><h1>").Append(Text(title)).Append("</h1>");
        html.Append(CultureInfo.InvariantCulture, $"<p>Credited to bundles: <b>{report.Total.NetRevenue:N2} {Text(report.Currency)}</b> of {report.Revenue:N2} revenue, margin <b>{report.Total.NetMargin:N2}</b>, returns taken back. A purchase is credited to the bundle that was clicked last in the {report.WindowDays} days before.</p>");
        Uplift(html, report);
        html.Append("<h2>Revenue credited to bundles, by day</h2>").Append(SalesPlots.Days(report.Days, day => day.BundleRevenue, "Revenue credited to bundles, by day"));
        html.Append("<h2>Clicks, by day</h2>").Append(SalesPlots.Days(report.Days, day => day.Clicks, "Clicks, by day"));
        Experiments(html, report);
        Policies(html, report);
        Table(html, "Variants", report.Variants);
        Table(html, "Models", report.Models);
        Table(html, "Rules", report.Rules);
        Table(html, "Bundles", report.Bundles);
        Counts(html, report.Counts, report.VisitorShare);
        return html.Append("</body></html>\n").ToString();
    }

    private static void Uplift(StringBuilder html, SalesReport report)
    {
        html.Append("<h2>What would not have been earned without bundles</h2>");
        if (report.Uplift is not { } uplift)
        {
            html.Append("<p class=\"note\">Nobody is held out, so it cannot be told. Set a holdout in the experiments.</p>");
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<p>{uplift.TreatedVisitors:N0} visitors may see bundles, {uplift.HoldoutVisitors:N0} may not.");
        html.Append(uplift.SampleRatioPValue < 0.001 ? " <b>The groups do not have the sizes that they should have: trust no figure below.</b></p>" : "</p>");
        Estimate?[] figures = [uplift.MarginPerVisitor, uplift.Plain];
        var rows = figures.Zip(["margin a visitor, adjusted", "margin a visitor, plain"])
            .Where(row => row.First is not null).Select(row => (row.Second, row.First!)).ToList();
        if (rows.Count > 0)
        {
            html.Append(SalesPlots.Intervals(rows, "Uplift of margin a visitor"));
        }

        if (uplift is { IncrementalMargin: { } incremental })
        {
            html.Append("<p>Margin earned beyond: ").Append(Figure(incremental)).Append(" ").Append(Text(report.Currency));
            html.Append(uplift.Cannibalised is { } eaten ? $"; share of the credited margin that would have come anyway: {Figure(eaten)}.</p>" : ".</p>");
        }
    }

    private static void Experiments(StringBuilder html, SalesReport report)
    {
        foreach (var experiment in report.Experiments)
        {
            html.Append("<h2>Experiment ").Append(Text(experiment.Experiment)).Append("</h2>");
            if (experiment.SampleRatioPValue < 0.001)
            {
                html.Append("<p><b>The groups do not have the sizes that they should have: trust no figure below.</b></p>");
            }

            if (experiment.Interleaving is { } mixed)
            {
                html.Append(CultureInfo.InvariantCulture, $"<p>Two rankings mixed, {mixed.Visitors:N0} visitors: clicks of {mixed.Control:N0} speak for the one as it is, of {mixed.Rival:N0} for the other; p {mixed.PValue:G3}.</p>");
                continue;
            }

            html.Append("<table><tr><th>Variant<th>Visitors<th>Margin<th>Revenue<th>Conversion<th>Against the control, always valid<th>p</tr>");
            foreach (var variant in experiment.Variants)
            {
                html.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(variant.Variant)}<td>{variant.Visitors:N0}<td>{variant.Margin:N3}<td>{variant.Revenue:N3}<td>{variant.Conversion:P2}<td>{(variant.Metric is { } metric ? Figure(metric) : "")}<td>{variant.Metric?.PValue:G3}</tr>");
            }

            html.Append("</table>");
            var rows = experiment.Variants.Where(variant => variant.Metric is not null).Select(variant => (variant.Variant, variant.Metric!)).ToList();
            html.Append(rows.Count > 0 ? SalesPlots.Intervals(rows, $"Experiment {experiment.Experiment}") : "");
            foreach (var breach in experiment.Variants.SelectMany(variant => variant.Breached.Select(text => $"{variant.Variant}: {text}")))
            {
                html.Append("<p><b>").Append(Text(breach)).Append("</b></p>");
            }
        }
    }

    private static void Policies(StringBuilder html, SalesReport report)
    {
        if (report.Policies is not { } policies)
        {
            return;
        }

        html.Append("<h2>If one share of the discounts were always given</h2><table><tr><th>Share<th>Shown<th>Margin a bundle shown (SNIPS)<th>Doubly robust<th>Worth so many choices</tr>");
        foreach (var policy in policies)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{policy.DiscountShare:P0}<td>{policy.Given:N0}<td>{Figure(policy.Margin.Snips)}<td>{Figure(policy.Margin.DoublyRobust)}<td>{policy.Margin.EffectiveChoices:N0}</tr>");
        }

        html.Append("</table>");
    }

    private static void Table(StringBuilder html, string title, IReadOnlyList<SalesRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2><table><tr><th>Name<th>Shown<th>Clicks<th>Click rate<th>Whole<th>Swapped<th>Partial<th>Revenue<th>Margin<th>Returned</tr>");
        foreach (var (name, tally) in rows.Take(MaxRows))
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(name)}<td>{tally.Impressions:N0}<td>{tally.Clicks:N0}<td>{tally.ClickRate:P2}<td>{tally.Whole:N0}<td>{tally.Swapped:N0}<td>{tally.Partial:N0}<td>{tally.NetRevenue:N2}<td>{tally.NetMargin:N2}<td>{tally.ReturnedRevenue:N2}</tr>");
        }

        html.Append("</table>");
        if (rows.Count > MaxRows)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">The first {MaxRows} of {rows.Count:N0}.</p>");
        }
    }

    private static void Counts(StringBuilder html, SalesCounts counts, double share)
    {
        html.Append("<h2>What was left out</h2><table>");
        (string Name, long Count)[] rows =
        [
            ("events read", counts.Events), ("without consent", counts.WithoutConsent), ("without recommendation id", counts.WithoutId),
            ("unknown ids", counts.UnknownIds), ("foreign ids", counts.ForeignIds), ("forged ids", counts.ForgedIds), ("replayed", counts.Replayed),
            ("robots", counts.Robots), ("reactions of robots", counts.ByRobots), ("orders", counts.Orders), ("orders above the cap", counts.CappedOrders),
            ("clicks on unknown bundles", counts.UnknownBundles), ("lines in another currency", counts.OtherCurrency),
            ("lines without a price", counts.WithoutPrice), ("lines without a cost", counts.WithoutCost), ("bundles without a row", counts.BundlesWithoutRow),
        ];
        foreach (var (name, count) in rows)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{name}<td>{count:N0}</tr>");
        }

        html.Append("</table>").Append(share < 1 ? string.Create(CultureInfo.InvariantCulture, $"<p class=\"note\">Visitors are a sample of {share:P2}.</p>") : "");
    }

    private static string Figure(Estimate estimate) =>
        string.Create(CultureInfo.InvariantCulture, $"{estimate.Value:G4} ({estimate.Low:G4} to {estimate.High:G4})");

    private static string Text(object text) => WebUtility.HtmlEncode(text.ToString()!);
}
