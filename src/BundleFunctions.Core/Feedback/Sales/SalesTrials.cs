using BundleFunctions.Reports;
using BundleFunctions.Statistics;
using static BundleFunctions.Feedback.Sales.SalesText;

namespace BundleFunctions.Feedback.Sales;

/// <summary>The page's part about what chance tells: the holdout, experiments, discounts that were drawn.</summary>
internal static class SalesTrials
{
    private const string Warning = "The groups do not have the sizes that they should have: trust no figure below.";

    public static Markup Uplift(SalesReport report)
    {
        var html = new Markup().Add($"<h2>What would not have been earned without bundles</h2>\n");
        if (report.Uplift is not { } uplift)
        {
            return html.Add($"<p class=\"note\">Nobody is held out, so it cannot be told. Set a holdout in the experiments.</p>\n");
        }

        html.Add($"<p>{Count(uplift.TreatedVisitors)} visitors may see bundles, {Count(uplift.HoldoutVisitors)} may not.</p>\n");
        Warn(html, uplift.SampleRatioPValue);
        (string Name, Estimate? Estimate)[] figures = [("margin a visitor, adjusted", uplift.MarginPerVisitor), ("margin a visitor, plain", uplift.Plain)];
        (string, Estimate)[] rows = [.. figures.Where(row => row.Estimate is not null).Select(row => (row.Name, row.Estimate!))];
        if (rows.Length > 0)
        {
            html.Add($"{EstimatePlot.Draw("Uplift of margin a visitor", rows)}");
        }

        if (uplift.IncrementalMargin is { } incremental)
        {
            html.Add($"<p>Margin earned beyond: {Figure(incremental)} {report.Currency}{(uplift.Cannibalised is { } eaten ? $"; share of the credited margin that would have come anyway: {Figure(eaten)}" : "")}.</p>\n");
        }

        return html.Add($"<p class=\"note\">Rows with * have their share of this in proportion to what was not wanted already; of weeks, categories and segments the holdout tells it.</p>\n");
    }

    public static Markup Experiments(SalesReport report)
    {
        var html = new Markup();
        foreach (var experiment in report.Experiments)
        {
            html.Add($"<h2>Experiment {experiment.Experiment}</h2>\n");
            Warn(html, experiment.SampleRatioPValue);
            if (experiment.Interleaving is { } mixed)
            {
                html.Add($"<p>Two rankings mixed, {Count(mixed.Visitors)} visitors: clicks of {Count(mixed.Control)} speak for the one as it is, of {Count(mixed.Rival)} for the other; p {mixed.PValue}.</p>\n");
                continue;
            }

            html.Add($"<table><thead><tr><th scope=\"col\">Variant</th><th scope=\"col\">Visitors</th><th scope=\"col\">Margin</th><th scope=\"col\">Revenue</th><th scope=\"col\">Conversion</th><th scope=\"col\">Against the control, always valid</th><th scope=\"col\">p</th></tr></thead><tbody>\n");
            foreach (var variant in experiment.Variants)
            {
                html.Add($"<tr><th scope=\"row\">{variant.Variant}</th><td>{Count(variant.Visitors)}</td><td>{Number(variant.Margin)}</td><td>{Number(variant.Revenue)}</td><td>{Share(variant.Conversion)}</td><td>{Figure(variant.Metric)}</td><td>{variant.Metric?.PValue}</td></tr>\n");
            }

            html.Add($"</tbody></table>\n");
            (string, Estimate)[] rows = [.. experiment.Variants.Where(variant => variant.Metric is not null).Select(variant => (variant.Variant, variant.Metric!))];
            if (rows.Length > 0)
            {
                html.Add($"{EstimatePlot.Draw($"Experiment {experiment.Experiment}: {experiment.Metric} against the control", rows)}");
            }

            foreach (var breach in experiment.Variants.SelectMany(variant => variant.Breached.Select(text => $"{variant.Variant}: {text}")))
            {
                html.Add($"<p><strong>{breach}</strong></p>\n");
            }
        }

        return html;
    }

    public static Markup Policies(SalesReport report)
    {
        var html = new Markup();
        if (report.Policies is not { } policies)
        {
            return html;
        }

        html.Add($"<h2>If one share of the discounts were always given</h2>\n<table><thead><tr><th scope=\"col\">Share</th><th scope=\"col\">Shown</th><th scope=\"col\">Margin a bundle shown (SNIPS)</th><th scope=\"col\">Doubly robust</th><th scope=\"col\">Worth so many choices</th></tr></thead><tbody>\n");
        foreach (var policy in policies)
        {
            html.Add($"<tr><th scope=\"row\">{Share(policy.DiscountShare)}</th><td>{Count(policy.Given)}</td><td>{Figure(policy.Margin.Snips)}</td><td>{Figure(policy.Margin.DoublyRobust)}</td><td>{Number(policy.Margin.EffectiveChoices)}</td></tr>\n");
        }

        return html.Add($"</tbody></table>\n");
    }

    private static void Warn(Markup html, double sampleRatioPValue)
    {
        if (sampleRatioPValue < 0.001)
        {
            html.Add($"<p><strong>{Warning}</strong></p>\n");
        }
    }
}
