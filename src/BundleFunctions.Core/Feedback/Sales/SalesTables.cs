using BundleFunctions.Reports;
using static BundleFunctions.Feedback.Sales.SalesText;

namespace BundleFunctions.Feedback.Sales;

/// <summary>The page's tables.</summary>
internal static class SalesTables
{
    private const int MaxRows = 100;

    private static readonly SortedDictionary<string, SalesMoney> NoOthers = new(StringComparer.Ordinal);

    /// <summary>A table of rows: what was credited, what it is compared with, what would not have come without.</summary>
    public static Markup Rows(IReadOnlyList<SalesRow> rows)
    {
        var table = new Markup();
        table.Add($"<div class=\"scroll\"><table><thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Shown</th><th scope=\"col\">Clicks</th><th scope=\"col\">Click rate</th><th scope=\"col\">Whole</th><th scope=\"col\">Swapped</th><th scope=\"col\">Partial</th><th scope=\"col\">Revenue</th><th scope=\"col\">Margin</th><th scope=\"col\">Returned</th>");
        table.Add($"<th scope=\"col\">Attach rate</th><th scope=\"col\">Pieces with</th><th scope=\"col\">Pieces without</th><th scope=\"col\">Wanted already</th><th scope=\"col\">Earned beyond</th><th scope=\"col\">Cannibalised</th></tr></thead><tbody>\n");
        foreach (var row in rows.Take(MaxRows))
        {
            var (tally, scope) = (row.Tally, row.Tally.Scope);
            table.Add($"<tr><th scope=\"row\">{row.Name}</th><td>{Count(tally.Impressions)}</td><td>{Count(tally.Clicks)}</td><td>{Share(tally.ClickRate)}</td><td>{Count(tally.Whole)}</td><td>{Count(tally.Swapped)}</td><td>{Count(tally.Partial)}</td>");
            table.Add($"<td>{Amount(tally.NetRevenue)}{Others(tally, money => money.NetRevenue)}</td><td>{Amount(tally.NetMargin)}{Others(tally, money => money.NetMargin)}</td><td>{Amount(tally.ReturnedRevenue)}</td>");
            table.Add($"<td>{Share(scope.AttachRate)}</td><td>{Number(scope.PiecesWith)}</td><td>{Number(scope.PiecesWithout)}</td><td>{Share(tally.WantedShare)}</td>");
            table.Add($"<td>{Figure(row.Uplift?.IncrementalMargin)}{(row.Uplift is { IsMeasured: false } ? " *" : "")}</td><td>{Figure(row.Uplift?.Cannibalised)}</td></tr>\n");
        }

        table.Add($"</tbody></table></div>\n");
        return rows.Count <= MaxRows ? table : table.Add($"<p class=\"note\">The first {MaxRows} of {Count(rows.Count)}.</p>\n");
    }

    /// <summary>What the shop sold in each currency, and what of it was credited.</summary>
    public static Markup Currencies(SalesReport report)
    {
        var (total, scope) = (report.Total, report.Total.Scope);
        var table = new Markup().Add($"<table><thead><tr><th scope=\"col\">Currency</th><th scope=\"col\">Revenue</th><th scope=\"col\">Returned</th><th scope=\"col\">Margin</th><th scope=\"col\">Credited to bundles</th><th scope=\"col\">Margin credited</th></tr></thead><tbody>\n");
        Row(report.Currency, scope.Sold, total.NetRevenue, total.NetMargin);
        foreach (var (currency, sold) in scope.SoldOtherwise ?? NoOthers)
        {
            var credited = total.OtherCurrencies?.GetValueOrDefault(currency);
            Row(currency, sold, credited?.NetRevenue ?? 0, credited?.NetMargin ?? 0);
        }

        return table.Add($"</tbody></table>\n");

        void Row(string currency, SalesMoney sold, decimal revenue, decimal margin) => table.Add(
            $"<tr><th scope=\"row\">{currency}</th><td>{Amount(sold.Revenue)}</td><td>{Amount(sold.ReturnedRevenue)}</td><td>{Amount(sold.NetMargin)}</td><td>{Amount(revenue)}</td><td>{Amount(margin)}</td></tr>\n");
    }

    /// <summary>What was left out, and why.</summary>
    public static Markup Counts(SalesCounts counts)
    {
        var table = new Markup().Add($"<table><tbody>\n");
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
            table.Add($"<tr><th scope=\"row\">{name}</th><td>{Count(count)}</td></tr>\n");
        }

        return table.Add($"</tbody></table>\n");
    }

    private static string Others(SalesTally tally, Func<SalesMoney, decimal> of) =>
        string.Concat((tally.OtherCurrencies ?? NoOthers).Select(other => $"; {other.Key} {Amount(of(other.Value))}"));
}
