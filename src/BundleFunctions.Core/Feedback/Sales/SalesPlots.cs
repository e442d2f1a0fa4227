using BundleFunctions.Reports;
using BundleFunctions.Statistics;

namespace BundleFunctions.Feedback.Sales;

/// <summary>The report's plots, as inline SVG; those of which there is nothing to see are left out.</summary>
internal static class SalesPlots
{
    private const int MaxRows = 12;

    /// <summary>Revenue by day, and clicks.</summary>
    public static Markup Days(SalesReport report)
    {
        var plots = new Markup();
        plots.Add($"{BarPlot.Draw("Revenue by day: all, and of it credited to bundles", Bars(report.Days, day => (day.Day, [day.Revenue, day.BundleRevenue])), ["all revenue", "credited to bundles"])}");
        return plots.Add($"{BarPlot.Draw("Bundles clicked, by day", Bars(report.Days, day => (day.Day, [day.Clicks])), ["clicks"])}");
    }

    /// <summary>How the weeks went.</summary>
    public static Markup Weeks(IReadOnlyList<SalesRow> weeks)
    {
        if (weeks.Count == 0)
        {
            return new Markup();
        }

        string[] names = [.. weeks.Select(week => week.Name)];
        var plots = new Markup().Add($"{BarPlot.Draw("Revenue by week: all, and of it credited to bundles", [.. weeks.Select(week => (week.Name, (IReadOnlyList<double>)[(double)week.Tally.Scope.Sold.Revenue, (double)week.Tally.Revenue]))], ["all revenue", "credited to bundles"])}");
        plots.Add($"{LinePlot.Draw("Attach rate by week: share of orders that a bundle had a part in", names, [Line("attach rate", weeks, scope => scope.AttachRate)])}");
        return plots.Add($"{LinePlot.Draw("Basket size by week: pieces an order", names, [Line("orders with a bundle", weeks, scope => scope.PiecesWith), Line("orders without", weeks, scope => scope.PiecesWithout)])}");
    }

    /// <summary>The margin of a table's first rows, and what would not have been earned without bundles where the holdout tells it.</summary>
    /// <param name="what">What a row is, as <c>category</c>.</param>
    /// <param name="rows">The table.</param>
    /// <param name="currency">Of the amounts.</param>
    public static Markup Rows(string what, IReadOnlyList<SalesRow> rows, string currency)
    {
        var plots = new Markup();
        if (rows.Count == 0)
        {
            return plots;
        }

        SalesRow[] shown = [.. rows.Take(MaxRows)];
        plots.Add($"{RowPlot.Draw($"Margin credited to bundles, by {what}, {currency}", [.. shown.Select(row => (row.Name, (double)row.Tally.NetMargin))])}");
        (string, Estimate)[] measured = [.. shown.Where(row => row.Uplift is { IsMeasured: true }).Select(row => (row.Name, row.Uplift!.IncrementalMargin))];
        return measured.Length == 0 ? plots : plots.Add($"{EstimatePlot.Draw($"Margin that bundles earned beyond, by {what}, {currency}", measured)}");
    }

    private static IReadOnlyList<(string Name, IReadOnlyList<double> Values)> Bars(IEnumerable<SalesDay> days, Func<SalesDay, (DateOnly Day, decimal[] Values)> of) =>
        [.. days.Select(of).Select(bar => (SalesText.Day(bar.Day), (IReadOnlyList<double>)[.. bar.Values.Select(value => (double)value)]))];

    private static (string Name, IReadOnlyList<double> Values) Line(string name, IEnumerable<SalesRow> weeks, Func<SalesScope, double> of) =>
        (name, [.. weeks.Select(week => of(week.Tally.Scope))]);
}
